package org.heapline.targets.lines;

import java.util.ArrayList;
import java.util.List;
import org.heapline.targets.Commands;

/**
 * Eight threads on the same lines at the same time lose nothing of each other's. The class has no string of its own: the
 * JVM makes all strings of a class on the thread that first has it compiled, and that thread's line is charged with them.
 */
final class Parallel {
    private static final int THREADS = 8;
    private static final int TIMES = 20_000;

    private Parallel() {}

    static void work() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(Parallel::allocate);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            join(thread);
        }
    }

    private static void allocate() {
        for (int i = 0; i < TIMES; i++) { // assertOccurrences(8 * 20001) assertIncrement(0)
            Object[] pair = new Object[2]; // assertOccurrences(8 * 20000) assertIncrement(8 * 20000 * 24)
            pair[0] = make(i & 63); // assertOccurrences(8 * 20000) assertSelf(0)
            Commands.sink = pair; // assertOccurrences(8 * 20000) assertIncrement(0)
        }
    } // assertOccurrences(8) assertIncrement(0)

    private static byte[] make(int size) {
        return new byte[64 + size % 8]; // assertOccurrences(8 * 20000) assertIncrement(8 * (2500 * 80 + 17500 * 88))
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
