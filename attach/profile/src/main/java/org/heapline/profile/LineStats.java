package org.heapline.profile;

/**
 * What was measured on one line of one method, summed over all threads.
 *
 * @param line number in the source file, from 1
 * @param occurrences how often control entered the line
 * @param incrementBytes the sum of what its executions added; with backend {@code heap} or {@code rss} it may be negative
 * @param selfBytes the Increment without what profiled callees account for themselves
 * @param memUsageBytes the highest memory seen when the line was left
 */
public record LineStats(int line, long occurrences, long incrementBytes, long selfBytes, long memUsageBytes) {
    /** A line that has a probe and did not run. */
    public static LineStats notRun(int line) {
        return new LineStats(line, 0, 0, 0, 0);
    }

    /** Whether control entered the line at all. */
    public boolean ran() {
        return occurrences != 0;
    }
}
