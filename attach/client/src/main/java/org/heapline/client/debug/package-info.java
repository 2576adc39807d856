/** MAXMEM from the client's side: arming, the stopped thread, the debugger connection. */
@NullMarked
package org.heapline.client.debug;

import org.jspecify.annotations.NullMarked;
