package org.heapline.client.session;

import java.util.ArrayDeque;
import java.util.Deque;
import org.heapline.client.Session.OwnCost;

/** Turns the agent's running totals into a share of a core over the last seconds. */
final class CostMeter {
    private static final long WINDOW_NANOS = 3_000_000_000L;

    private record Reading(long at, long cpuNanos) {}

    private final Deque<Reading> readings = new ArrayDeque<>();
    private OwnCost cost = new OwnCost(0, 0, 0);

    /** @param totals bytes allocated and CPU nanoseconds in the target so far */
    synchronized void take(long[] totals) {
        long now = System.nanoTime();
        readings.addLast(new Reading(now, totals[1]));
        while (readings.size() > 2 && now - readings.getFirst().at() > WINDOW_NANOS) {
            readings.removeFirst();
        }
        Reading first = readings.getFirst();
        double share = now == first.at() ? 0 : (double) (totals[1] - first.cpuNanos()) / (now - first.at());
        cost = new OwnCost(totals[0], totals[1], Math.max(0, share));
    }

    synchronized OwnCost read() {
        return cost;
    }
}
