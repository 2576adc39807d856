/** Tests of the comparison's model. No toolkit is started. */
@NullMarked
package org.heapline.views.compare;

import org.jspecify.annotations.NullMarked;
