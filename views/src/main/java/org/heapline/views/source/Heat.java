package org.heapline.views.source;

/**
 * How hot a line is: its share of the hottest line of the session, in six steps. The steps are uneven on purpose, so
 * that a line with a hundredth of the hottest one's bytes still shows.
 */
final class Heat {
    /** The hottest step. */
    static final int MAX = 5;

    private static final double[] STEPS = {0.000_5, 0.005, 0.05, 0.2, 0.5};

    private Heat() {}

    /**
     * @param value of the line, in the unit of {@code hottest}; zero and less is cold
     * @param hottest the largest value of the session
     * @return 0 (cold) to {@link #MAX}
     */
    static int of(long value, long hottest) {
        if (value <= 0 || hottest <= 0) {
            return 0;
        }
        double share = (double) value / hottest;
        int level = 0;
        while (level < MAX && share >= STEPS[level]) {
            level++;
        }
        return level;
    }
}
