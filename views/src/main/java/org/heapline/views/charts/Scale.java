package org.heapline.views.charts;

/**
 * A scale from 0 whose ticks are 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param top the upper end
 * @param step between ticks
 */
record Scale(double top, double step) {
    private static final int MOST_STEPS = 4;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** The scale for values up to {@code max}. */
    static Scale upTo(double max) {
        double least = Math.max(max, 1) / MOST_STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : STEPS) {
            if (factor * power >= least) {
                return new Scale(Math.max(max, 1) * 1.06, factor * power);
            }
        }
        return new Scale(max * 1.06, 10 * power);
    }

    /** A round step of time in milliseconds that leaves at most {@code most} ticks in a span. */
    static long timeStep(long spanMillis, int most) {
        long[] seconds = {1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200};
        for (long step : seconds) {
            if (spanMillis / (step * 1000) <= most) {
                return step * 1000;
            }
        }
        return 86_400_000;
    }
}
