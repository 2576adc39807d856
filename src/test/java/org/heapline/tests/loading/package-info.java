/** Classes that come in unusual ways, go, or become others while they are profiled. */
package org.heapline.tests.loading;
