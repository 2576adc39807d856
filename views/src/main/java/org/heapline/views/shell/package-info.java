/** The main window, and pictures of it. */
@NullMarked
package org.heapline.views.shell;

import org.jspecify.annotations.NullMarked;
