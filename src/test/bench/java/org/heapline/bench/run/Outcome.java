package org.heapline.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a contest came to, over all its forks. */
final class Outcome {
    private final WorkloadName workload;
    private final Jdk jdk;
    private final Collector collector;
    private final Map<Variant, List<Turn>> turns = new LinkedHashMap<>();

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

    /** Takes in what one fork of all variants came to. */
    void add(List<Contestant> contestants) {
        for (Contestant each : contestants) {
            turns.computeIfAbsent(each.variant(), variant -> new ArrayList<>()).addAll(each.turns());
        }
    }

    List<Turn> turns(Variant variant) {
        return turns.getOrDefault(variant, List.of());
    }

    /** The variant that the others are compared with: the first. */
    Variant base() {
        return turns.keySet().iterator().next();
    }

    /** The CPU time of each turn of a variant against the turn of the first variant in the same round, ascending. */
    List<Double> ratios(Variant variant) {
        List<Turn> others = turns(base());
        List<Turn> own = turns(variant);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).cpuNanosPerUnit() / others.get(i).cpuNanosPerUnit());
        }
        ratios.sort(null);
        return ratios;
    }

    /** The quickest turn of a variant against the quickest of the first variant. */
    double bestRatio(Variant variant) {
        return best(variant) / best(base());
    }

    /** CPU time of a unit of work in the quickest turn, in nanoseconds. */
    double best(Variant variant) {
        return turns(variant).stream().mapToDouble(Turn::cpuNanosPerUnit).min().orElseThrow();
    }
}
