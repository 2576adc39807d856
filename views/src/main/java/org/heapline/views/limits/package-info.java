/** All limits of a session, and what happens when they are exceeded. */
@NullMarked
package org.heapline.views.limits;

import org.jspecify.annotations.NullMarked;
