/** One session on the screen: its shared view model, and the tab around its views. */
@NullMarked
package org.heapline.views.session;

import org.jspecify.annotations.NullMarked;
