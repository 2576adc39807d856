/** The desktop window as the command line asks for it. */
@NullMarked
package org.heapline.app.desktop;

import org.jspecify.annotations.NullMarked;
