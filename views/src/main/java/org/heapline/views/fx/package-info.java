/** The bridge to the JavaFX thread, and loading of views. */
@NullMarked
package org.heapline.views.fx;

import org.jspecify.annotations.NullMarked;
