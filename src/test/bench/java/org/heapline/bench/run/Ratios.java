package org.heapline.bench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A variant against the base, round by round.
 *
 * @param best the quickest turn of the one against the quickest turn of the other, not of the same round
 */
record Ratios(double median, double lowerQuartile, double upperQuartile, double best) {
    static Ratios of(List<Turn> own, List<Turn> base) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).cpuNanosPerUnit() / base.get(i).cpuNanosPerUnit());
        }
        Collections.sort(ratios);
        int count = ratios.size();
        return new Ratios(
                ratios.get(count / 2),
                ratios.get(count / 4),
                ratios.get(count * 3 / 4),
                quickest(own) / quickest(base));
    }

    /** CPU time of a unit of work in the quickest turn, in nanoseconds. */
    static double quickest(List<Turn> turns) {
        return turns.stream().mapToDouble(Turn::cpuNanosPerUnit).min().orElseThrow();
    }
}
