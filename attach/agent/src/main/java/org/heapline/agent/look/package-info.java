/** Looks into the program's objects: their values, sizes and fields. Runs none of the program's code unless asked to. */
@NullMarked
package org.heapline.agent.look;

import org.jspecify.annotations.NullMarked;
