/** Tests of the view models and of what they are made of. No toolkit is started. */
@NullMarked
package org.heapline.views.hotlines;

import org.jspecify.annotations.NullMarked;
