package org.heapline.views.source;

import org.heapline.profile.LineStats;

/**
 * What one line of a source file took, over all methods whose code stands on it: a method and its lambdas, a
 * constructor and the field initializers copied into it.
 *
 * <p>Increments are inclusive: a line that runs its own lambda already has the lambda's bytes in its Increment. So they
 * are not added up; the largest counts, unless the Selfs, which never overlap, add up to more.
 *
 * @param occurrences how often control entered the line in the method that entered it most
 * @param increment bytes
 * @param self bytes, the sum over the methods
 * @param memUsage bytes, the highest
 */
public record LineFigures(long occurrences, long increment, long self, long memUsage) {
    /** The figures of a line of one method. */
    public static LineFigures of(LineStats line) {
        return new LineFigures(line.occurrences(), line.incrementBytes(), line.selfBytes(), line.memUsageBytes());
    }

    /** These figures and those of another method on the same line. */
    public LineFigures and(LineFigures other) {
        if (occurrences == 0) {
            return other;
        }
        if (other.occurrences == 0) {
            return this;
        }
        long selfs = self + other.self;
        return new LineFigures(
                Math.max(occurrences, other.occurrences),
                Math.max(Math.max(increment, other.increment), selfs),
                selfs,
                Math.max(memUsage, other.memUsage));
    }
}
