/** Tests of what the window has said. */
@NullMarked
package org.heapline.views.notices;

import org.jspecify.annotations.NullMarked;
