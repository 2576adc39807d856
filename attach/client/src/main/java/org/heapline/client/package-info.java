/** Finding JVMs, attaching to them, the session over JMX, MAXMEM and the debugger. Nothing here runs on the FX thread. */
@NullMarked
package org.heapline.client;

import org.jspecify.annotations.NullMarked;
