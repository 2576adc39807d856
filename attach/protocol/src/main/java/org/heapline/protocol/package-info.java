/** What agent and client say to each other over JMX. Runs in the target too: Java 8, JDK only. */
@NullMarked
package org.heapline.protocol;

import org.jspecify.annotations.NullMarked;
