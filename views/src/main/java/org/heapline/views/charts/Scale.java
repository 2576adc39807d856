package org.heapline.views.charts;

import org.heapline.views.text.Figures;

/**
 * A scale of memory from 0 whose ticks are 1, 2, 2.5 or 5 times a power of ten in its unit.
 *
 * @param top the upper end, MiB
 * @param step between ticks, MiB
 * @param mib of its unit
 */
record Scale(double top, double step, double mib) {
    private static final int MOST_STEPS = 4;
    private static final double GIB = 1024;
    private static final double LEAST_GIB = 2 * GIB;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** The scale for values up to {@code maxMib}. */
    static Scale upTo(double maxMib) {
        return maxMib < LEAST_GIB ? upTo(maxMib, 1) : upTo(maxMib / GIB, GIB);
    }

    private static Scale upTo(double max, double mib) {
        double least = Math.max(max, 1) / MOST_STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : STEPS) {
            if (factor * power >= least) {
                return new Scale(Math.max(max, 1) * 1.06 * mib, factor * power * mib, mib);
            }
        }
        return new Scale(max * 1.06 * mib, 10 * power * mib, mib);
    }

    /** What the figures at the ticks are of. */
    String unit() {
        return mib == GIB ? "GiB" : "MiB";
    }

    /** The figure at a tick, in the unit, with as many decimals as all ticks need. */
    String figure(double tickMib) {
        double inUnit = step / mib;
        if (inUnit == Math.rint(inUnit)) {
            return Figures.count(Math.round(tickMib / mib));
        }
        return Figures.decimal(tickMib / mib, inUnit * 10 == Math.rint(inUnit * 10) ? 1 : 2);
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
