/** The numbers of the line table, on real JVMs, against counts that Heapline has no part in. */
package org.heapline.tests.lines;
