/** Finding the text of a class: in source folders, source jars and the JDK, else by decompiling it. */
@NullMarked
package org.heapline.profile.source;

import org.jspecify.annotations.NullMarked;
