/** A session's tab: toolbar, chart, hot lines or stopped thread, source and status, put together. */
@NullMarked
package org.heapline.views.tab;

import org.jspecify.annotations.NullMarked;
