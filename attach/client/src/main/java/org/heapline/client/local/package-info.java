/** Where a session begins: attaching to a JVM of this machine, or starting a program under the profiler. */
@NullMarked
package org.heapline.client.local;

import org.jspecify.annotations.NullMarked;
