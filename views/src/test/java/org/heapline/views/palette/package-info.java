@NullMarked
package org.heapline.views.palette;

import org.jspecify.annotations.NullMarked;
