/** Programs that this project did not write. */
package org.heapline.tests.foreign;
