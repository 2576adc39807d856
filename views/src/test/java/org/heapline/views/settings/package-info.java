@NullMarked
package org.heapline.views.settings;

import org.jspecify.annotations.NullMarked;
