package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All variants of one workload on one JVM against each other. Their processes live through the whole contest and take
 * turns, so that whatever else this machine does meets all of them alike.
 */
final class Contest {
    /** A program is warm when so many turns in a row were not noticeably quicker than the best before. */
    private static final int SETTLED = 4;

    private static final double NOTICEABLE = 0.96;

    /** It is measured all the same after so many times the warm-up wanted. */
    private static final int LONGEST = 4;

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
                requireSameWork(contestants);
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
            if (each.variant() == Variant.LATE) {
                warm(each, size);
            }
            each.prepare();
            warm(each, size);
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Contestant each : contestants) {
                each.turn(size);
            }
        }
    }

    /** Until it has run for a while and gets no quicker. */
    private void warm(Contestant contestant, int size) throws IOException {
        long began = System.nanoTime();
        double best = Double.MAX_VALUE;
        int sinceBest = 0;
        long elapsed = 0;
        while (elapsed < options.warmMillis() * NANOS_PER_MILLI
                || sinceBest < SETTLED && elapsed < LONGEST * options.warmMillis() * NANOS_PER_MILLI) {
            double cost = contestant.warm(contestant.variant().part(size)).cpuNanosPerUnit();
            sinceBest = cost < best * NOTICEABLE ? 0 : sinceBest + 1;
            best = Math.min(best, cost);
            elapsed = System.nanoTime() - began;
        }
    }

    private static void requireSameWork(List<Contestant> contestants) throws IOException {
        Contestant first = contestants.get(0);
        for (Contestant each : contestants) {
            for (Turn turn : each.turns()) {
                long expected = turn.size() == first.turns().get(0).size()
                        ? first.turns().get(0).checksum()
                        : first.warm(turn.size()).checksum();
                if (turn.checksum() != expected) {
                    throw new IOException("with " + each.variant() + " the program came to " + turn.checksum()
                            + ", but to " + expected + " with " + first.variant()
                            + ": the probes changed what it does");
                }
            }
        }
    }

    /** How much work the first variant does in the time wanted, when it is warm. */
    private int sizeFor(Contestant first) throws IOException {
        double wanted = (double) options.millis() * NANOS_PER_MILLI;
        int size = 1;
        double cost = first.warm(size).cpuNanosPerUnit();
        while (size < wanted / cost / 2) {
            size = (int) Math.min(wanted / cost, size * 10.0);
            cost = first.warm(size).cpuNanosPerUnit();
        }
        warm(first, size);
        return Math.max(1, (int) (wanted / first.warm(size).cpuNanosPerUnit()));
    }
}
