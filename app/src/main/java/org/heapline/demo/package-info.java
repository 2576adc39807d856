/**
 * The program that {@code heapline demo} profiles: a small order service with one of everything that takes memory.
 *
 * <p>Plain JDK, no word of Heapline in it: the profiler needs no change to the code. Beside each wasteful class stands
 * its thrifty twin, so that the line tables can be compared.
 */
@NullMarked
package org.heapline.demo;

import org.jspecify.annotations.NullMarked;
