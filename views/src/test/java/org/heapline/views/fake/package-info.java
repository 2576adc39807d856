/** Sessions and stopped threads made up for tests. */
@NullMarked
package org.heapline.views.fake;

import org.jspecify.annotations.NullMarked;
