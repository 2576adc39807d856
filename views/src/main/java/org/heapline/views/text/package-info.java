/** Every text of the screens, and how figures are written. */
@NullMarked
package org.heapline.views.text;

import org.jspecify.annotations.NullMarked;
