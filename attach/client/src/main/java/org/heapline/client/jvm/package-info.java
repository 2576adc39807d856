/** The JVMs of this machine, looked at from outside: nothing here attaches to or disturbs one of them. */
@NullMarked
package org.heapline.client.jvm;

import org.jspecify.annotations.NullMarked;
