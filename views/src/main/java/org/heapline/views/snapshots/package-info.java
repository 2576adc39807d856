/** The list of saved snapshots, and where they are kept. */
@NullMarked
package org.heapline.views.snapshots;

import org.jspecify.annotations.NullMarked;
