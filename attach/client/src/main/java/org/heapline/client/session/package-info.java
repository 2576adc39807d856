/** A session over the target's own management connector: opening it, polling, keeping what was measured. */
@NullMarked
package org.heapline.client.session;

import org.jspecify.annotations.NullMarked;
