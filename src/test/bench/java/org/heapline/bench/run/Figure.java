package org.heapline.bench.run;

/**
 * One measured figure beside the ratios.
 *
 * @param name what was measured
 * @param jdk of the target, or 0 where there is none
 * @param value in {@code unit}
 * @param unit of the value
 * @param budget what it should be at most, or NaN for none
 */
record Figure(String name, int jdk, double value, String unit, double budget) {
    /** A figure that has no budget of its own. */
    static Figure plain(String name, int jdk, double value, String unit) {
        return new Figure(name, jdk, value, unit, Double.NaN);
    }
}
