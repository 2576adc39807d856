/** The list of this machine's JVMs. */
@NullMarked
package org.heapline.views.jvms;

import org.jspecify.annotations.NullMarked;
