/** Choosing the packages, classes and methods that are profiled. */
@NullMarked
package org.heapline.views.picker;

import org.jspecify.annotations.NullMarked;
