package org.heapline.targets.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/** Live memory goes 100, 250, 150, 100 MiB, and then three times 100, 150, 100. A GC follows each step. */
final class Oscillation {
    private static final Deque<byte[]> HELD = new ArrayDeque<>();

    private Oscillation() {}

    static void prepare() {
        HELD.clear();
        take(100);
        settle();
    }

    /** Waits until the heap stays as it is: whoever has just attached takes some for a moment. */
    private static void settle() {
        long before = -1;
        for (int same = 0, tries = 0; same < 3 && tries < 50; tries++) {
            LockSupport.parkNanos(100_000_000);
            System.gc();
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            same = Math.abs(now - before) < 10_000 ? same + 1 : 0;
            before = now;
        }
    }

    /** Begins without garbage: the first step would have to answer for it. */
    static void start() {
        System.gc();
        run();
    }

    private static void run() {
        for (int i = 0; i < 4; i = next(i)) { // header
            take(i == 0 ? 150 : 50); // takes
            drop(i == 0 ? 100 : 50); // drops
        }
    }

    private static int next(int i) {
        drop(i == 0 ? 50 : 0);
        return i + 1;
    }

    private static void take(int mebibytes) {
        for (int i = 0; i < mebibytes; i++) {
            HELD.push(new byte[(1 << 20) - 16]);
        }
        System.gc();
    }

    private static void drop(int mebibytes) {
        for (int i = 0; i < mebibytes; i++) {
            HELD.pop();
        }
        System.gc();
    }
}
