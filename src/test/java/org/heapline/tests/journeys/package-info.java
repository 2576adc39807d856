/** What a user does in the real main window with a real program: the window is drawn headless, the target is a JVM. */
@NullMarked
package org.heapline.tests.journeys;

import org.jspecify.annotations.NullMarked;
