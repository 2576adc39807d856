/** Files: snapshots saved and opened, and outputs written so that an older file survives a failure. */
@NullMarked
package org.heapline.profile.store;

import org.jspecify.annotations.NullMarked;
