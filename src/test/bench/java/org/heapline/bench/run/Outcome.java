package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a contest came to, over all its forks. */
final class Outcome {
    private final WorkloadName workload;
    private final Jdk jdk;
    private final Collector collector;
    private final Map<Variant, List<Turn>> turns = new EnumMap<>(Variant.class);

    Outcome(WorkloadName workload, Jdk jdk, Collector collector) {
        this.workload = workload;
        this.jdk = jdk;
        this.collector = collector;
    }

    WorkloadName workload() {
        return workload;
    }

    Jdk jdk() {
        return jdk;
    }

    Collector collector() {
        return collector;
    }

    /**
     * Takes in what one fork of all variants came to.
     *
     * @throws IOException if they did not all do the same
     */
    void add(List<Contestant> contestants) throws IOException {
        long checksum = contestants.get(0).turns().get(0).checksum();
        for (Contestant each : contestants) {
            for (Turn turn : each.turns()) {
                if (turn.checksum() != checksum) {
                    throw new IOException(
                            workload + " on JDK " + jdk.feature() + " came to " + turn.checksum() + " with "
                                    + each.variant() + ", but to " + checksum + " with "
                                    + contestants.get(0).variant() + ": the probes changed what the program does");
                }
            }
            turns.computeIfAbsent(each.variant(), variant -> new ArrayList<>()).addAll(each.turns());
        }
    }

    List<Turn> turns(Variant variant) {
        return turns.getOrDefault(variant, List.of());
    }

    /** The CPU time of each turn of a variant against the turn of the first variant in the same round, ascending. */
    List<Double> ratios(Variant variant) {
        List<Turn> base = turns(turns.keySet().iterator().next());
        List<Turn> own = turns(variant);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add((double) own.get(i).cpuNanos() / base.get(i).cpuNanos());
        }
        ratios.sort(null);
        return ratios;
    }

    /** The quickest turn of a variant against the quickest of the first variant. */
    double bestRatio(Variant variant) {
        return (double) best(variant) / best(turns.keySet().iterator().next());
    }

    /** CPU time of the quickest turn, in nanoseconds. */
    long best(Variant variant) {
        return turns(variant).stream().mapToLong(Turn::cpuNanos).min().orElseThrow();
    }
}
