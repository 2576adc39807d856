/** Draws the views, to be looked at. */
@NullMarked
package org.heapline.views.look;

import org.jspecify.annotations.NullMarked;
