/** What the window has said, to be read again. */
@NullMarked
package org.heapline.views.notices;

import org.jspecify.annotations.NullMarked;
