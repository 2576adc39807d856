/** How snapshots and comparisons are written: text, JSON, CSV, HTML. */
@NullMarked
package org.heapline.profile.format;

import org.jspecify.annotations.NullMarked;
