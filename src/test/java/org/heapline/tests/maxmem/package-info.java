/** The program is stopped on the line that takes its memory over the limit. */
package org.heapline.tests.maxmem;
