package org.heapline.profile;

/**
 * What the profiled lines took on one thread, or on several that are told apart only by digits in their names: threads
 * that have ended, and virtual ones.
 *
 * @param name with # for the digits where it stands for several; may be empty
 * @param id as the JVM numbers its threads; 0 for several
 * @param virtual whether they are virtual threads
 * @param threads how many, at least 1
 * @param selfBytes the sum of the Selfs of the lines that ran there, bytes
 */
public record ThreadStats(String name, long id, boolean virtual, int threads, long selfBytes) {
    /** The same with what was counted before. */
    public ThreadStats and(ThreadStats before) {
        return new ThreadStats(name, id, virtual, Math.max(threads, before.threads), selfBytes + before.selfBytes);
    }
}
