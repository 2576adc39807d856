/** The model: line table, timeline, snapshot, comparison, their formats, and the look-up of sources. */
@NullMarked
package org.heapline.profile;

import org.jspecify.annotations.NullMarked;
