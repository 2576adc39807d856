/** Tests of the view models and of what they are made of. Only that of the figure layer starts a toolkit. */
@NullMarked
package org.heapline.views.source;

import org.jspecify.annotations.NullMarked;
