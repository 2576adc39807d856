/** Putting line probes into the bytecode of a class. */
@NullMarked
package org.heapline.agent.code;

import org.jspecify.annotations.NullMarked;
