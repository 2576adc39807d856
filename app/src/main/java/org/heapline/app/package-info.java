/** The program: its entry, its settings, and what holds the parts together. */
@NullMarked
package org.heapline.app;

import org.jspecify.annotations.NullMarked;
