/** The hot lines of a session: which lines, methods and classes take the memory, sorted and searched while it runs. */
@NullMarked
package org.heapline.views.hotlines;

import org.jspecify.annotations.NullMarked;
