/** Colours, spacing, type: tokens that light and dark override. */
@NullMarked
package org.heapline.views.theme;

import org.jspecify.annotations.NullMarked;
