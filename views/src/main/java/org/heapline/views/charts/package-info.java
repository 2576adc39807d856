/** The live charts above a session. */
@NullMarked
package org.heapline.views.charts;

import org.jspecify.annotations.NullMarked;
