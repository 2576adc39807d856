/** The commands of the window, found by typing. */
@NullMarked
package org.heapline.views.palette;

import org.jspecify.annotations.NullMarked;
