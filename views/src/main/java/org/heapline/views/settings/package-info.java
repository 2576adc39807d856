/** What the views remember from one run to the next. */
@NullMarked
package org.heapline.views.settings;

import org.jspecify.annotations.NullMarked;
