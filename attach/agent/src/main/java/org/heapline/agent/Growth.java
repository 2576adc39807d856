package org.heapline.agent;

import java.util.Arrays;

/**
 * How fast the live heap grows: by how much the lowest used heap of the window's second half is above that of its first.
 * Garbage goes with each GC, so the lowest readings follow what is alive.
 */
final class Growth {
    private static final int PARTS = 20;

    private final long partNanos;
    private final long[] lowest = new long[PARTS];
    private long partBegan;
    private int parts;

    Growth(long windowMillis) {
        this.partNanos = windowMillis * 1_000_000 / PARTS;
    }

    /**
     * Takes a reading of the used heap in.
     *
     * @return bytes a minute; 0 until the window is full
     */
    long add(long nanos, long used) {
        if (parts == 0 || nanos - partBegan >= partNanos) {
            if (parts == PARTS) {
                System.arraycopy(lowest, 1, lowest, 0, PARTS - 1);
                parts--;
            }
            lowest[parts++] = used;
            partBegan = nanos;
        } else {
            lowest[parts - 1] = Math.min(lowest[parts - 1], used);
        }
        return rate();
    }

    /** The rate when a GC has just shown what is alive now; the next readings are compared with that. */
    long confirm(long live) {
        lowest[parts - 1] = live;
        return parts < PARTS ? 0 : perMinute(live - first(), PARTS * 3 / 4);
    }

    private long rate() {
        if (parts < PARTS) {
            return 0;
        }
        long second = Arrays.stream(lowest, PARTS / 2, PARTS).min().orElse(0);
        return perMinute(second - first(), PARTS / 2);
    }

    private long first() {
        return Arrays.stream(lowest, 0, PARTS / 2).min().orElse(0);
    }

    private long perMinute(long bytes, int distance) {
        return (long) (bytes * 60e9 / (distance * (double) partNanos));
    }
}
