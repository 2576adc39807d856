package org.heapline.profile;

/**
 * The target's memory at one moment. Bytes; -1 where the system does not tell.
 *
 * @param t milliseconds since the session began
 * @param heapUsed used heap, garbage included
 * @param heapCommitted heap the JVM has from the system
 * @param heapMax what the heap may grow to
 * @param rss resident set of the process
 * @param allocated bytes allocated so far by all live threads, for the allocation rate
 * @param gcCount collections so far
 * @param gcMillis time in collections so far
 */
public record TimelineSample(
        long t,
        long heapUsed,
        long heapCommitted,
        long heapMax,
        long rss,
        long allocated,
        long gcCount,
        long gcMillis) {}
