/** Two snapshots, line by line. */
@NullMarked
package org.heapline.views.compare;

import org.jspecify.annotations.NullMarked;
