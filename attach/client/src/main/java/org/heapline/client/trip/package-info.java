/** What happens when a limit is exceeded: how it is written, and the files and commands that it asks for. */
@NullMarked
package org.heapline.client.trip;

import org.jspecify.annotations.NullMarked;
