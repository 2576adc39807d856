/** The source of a class with the line table's columns beside it and live heat behind the code. */
@NullMarked
package org.heapline.views.source;

import org.jspecify.annotations.NullMarked;
