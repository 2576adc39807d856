/** Libraries that this project did not write, with every method of theirs profiled. */
package org.heapline.tests.libraries;
