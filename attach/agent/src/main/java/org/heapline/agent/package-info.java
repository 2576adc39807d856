/** The agent inside the target: entry, desired state, instrumentation, totals, MBean. Java 8, no other library than ASM. */
@NullMarked
package org.heapline.agent;

import org.jspecify.annotations.NullMarked;
