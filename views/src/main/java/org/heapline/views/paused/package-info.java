/** The thread that MAXMEM has stopped: its frames, its locals, and letting it go on. */
@NullMarked
package org.heapline.views.paused;

import org.jspecify.annotations.NullMarked;
