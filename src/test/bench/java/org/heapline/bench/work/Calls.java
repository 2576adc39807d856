package org.heapline.bench.work;

/** Tiny methods called in a loop: the probes of entry and exit weigh most. */
public final class Calls implements Workload {
    @Override
    public long run(int size) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = loop(sum);
        }
        return sum;
    }

    private static long loop(long start) {
        long sum = start;
        for (int i = 0; i < 1000; i++) {
            sum = step(sum, i);
        }
        return sum;
    }

    private static long step(long sum, int i) {
        return sum * 31 + i;
    }
}
