package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All variants of one workload on one JVM against each other. Their processes live through the whole contest and take
 * turns, so that whatever else this machine does meets all of them alike.
 */
final class Contest {
    private static final int WARM_TURNS = 6;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Options options;
    private final Surroundings surroundings;

    Contest(Options options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    /** Measures; takes several seconds. */
    Outcome run(WorkloadName workload, Jdk jdk, Collector collector) throws IOException {
        Outcome outcome = new Outcome(workload, jdk, collector);
        for (int fork = 0; fork < options.forks(); fork++) {
            List<Contestant> contestants = new ArrayList<>();
            try {
                for (Variant variant : options.variants()) {
                    contestants.add(new Contestant(workload, variant, jdk, collector, surroundings));
                }
                measure(contestants);
                outcome.add(contestants);
            } finally {
                for (Contestant each : contestants) {
                    each.close();
                }
            }
        }
        return outcome;
    }

    private void measure(List<Contestant> contestants) throws IOException {
        int size = sizeFor(contestants.get(0));
        for (Contestant each : contestants) {
            warm(each, size);
            each.prepare();
            warm(each, size);
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Contestant each : contestants) {
                each.turn(size);
            }
        }
    }

    private static void warm(Contestant contestant, int size) throws IOException {
        for (int i = 0; i < WARM_TURNS / 2; i++) {
            contestant.warm(size);
        }
    }

    /** How much work the first variant does in the time wanted, when it is warm. */
    private int sizeFor(Contestant first) throws IOException {
        long wanted = options.millis() * NANOS_PER_MILLI;
        int size = 1;
        for (int i = 0; i < 30; i++) {
            long nanos = Math.max(1, first.warm(size).cpuNanos());
            double factor = (double) wanted / nanos;
            if (i > WARM_TURNS && factor > 0.8 && factor < 1.25) {
                return size;
            }
            size = (int) Math.max(1, Math.round(size * Math.min(factor, 10)));
        }
        return size;
    }
}
