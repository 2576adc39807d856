package org.heapline.bench.run;

import java.util.List;

/** Measures one thing on one JDK. */
interface Measure {
    /**
     * Measures; takes some seconds.
     *
     * @throws Exception if it could not be measured
     */
    List<Figure> on(Jdk jdk, Surroundings surroundings) throws Exception;

    /** The middle one. */
    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Since a reading of {@link System#nanoTime()}. */
    static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
