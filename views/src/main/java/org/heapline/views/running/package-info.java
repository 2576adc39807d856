/** The question what becomes of methods that are running when their class is to be profiled. */
@NullMarked
package org.heapline.views.running;

import org.jspecify.annotations.NullMarked;
