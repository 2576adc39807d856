package org.heapline.bench.work;

/** A small program to be measured. One object is made per JVM and used by one thread at a time. */
public interface Workload {
    /**
     * Does a fixed amount of work.
     *
     * @param size how much, at least 1; the time grows about linearly with it
     * @return a checksum that depends on {@code size} alone
     */
    long run(int size) throws Exception;

    /** Whether the work is done by other threads than the calling one. */
    default boolean usesThreads() {
        return false;
    }
}
