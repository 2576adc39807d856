@NullMarked
package org.heapline.views.bench;

import org.jspecify.annotations.NullMarked;
