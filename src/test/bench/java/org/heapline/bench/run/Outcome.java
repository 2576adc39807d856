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

    /** A variant against the base. */
    Ratios ratios(Variant variant) {
        return Ratios.of(turns(variant), turns(base()));
    }

    /** What the thread that asked for the work allocated; more than without probes if these keep objects alive. */
    double allocatedBytesPerUnit(Variant variant) {
        List<Turn> all = turns(variant);
        return all.get(all.size() - 1).allocatedBytesPerUnit();
    }
}
