/** Tests of what all views are made of. */
@NullMarked
package org.heapline.views.fx;

import org.jspecify.annotations.NullMarked;
