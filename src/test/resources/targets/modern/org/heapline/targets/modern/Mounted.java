package org.heapline.targets.modern;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.heapline.targets.Commands;

/** A thousand virtual threads on a few carriers: each line that runs without being parked is exact. */
final class Mounted {
    private Mounted() {}

    static void work() {
        Thread[] threads = new Thread[1000];
        for (int i = 0; i < threads.length; i++) { // assertOccurrences(1001)
            threads[i] = Thread.ofVirtual().unstarted(Mounted::run);
            threads[i].start(); // assertOccurrences(1000)
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                each.submit(() -> {
                    Commands.sink = new byte[77]; // assertOccurrences(100) assertIncrement(100 * bytes(77)) assertSelf(100 * bytes(77))
                });
            }
        }
    }

    private static void run() {
        for (int i = 0; i < 5; i++) { // assertOccurrences(1000 * 6) assertIncrement(0)
            Commands.sink = new byte[100]; // assertOccurrences(1000 * 5) assertIncrement(5000 * bytes(100)) assertSelf(5000 * bytes(100))
            Thread.yield(); // assertOccurrences(1000 * 5)
            Commands.sink = nested(2); // assertOccurrences(1000 * 5) assertIncrement(5000 * 3 * ints(8)) assertSelf(0)
            LockSupport.parkNanos(1000 * i); // assertOccurrences(1000 * 5)
            Commands.sink = new byte[200]; // assertOccurrences(1000 * 5) assertIncrement(5000 * bytes(200)) assertSelf(5000 * bytes(200))
        }
    } // assertOccurrences(1000) assertIncrement(0)

    private static int[] nested(int depth) {
        int[] made = new int[8]; // assertOccurrences(3 * 5000) assertIncrement(3 * 5000 * ints(8))
        return depth == 0 ? made : nested(depth - 1); // assertOccurrences(3 * 5000) assertIncrement(5000 * (2 + 1) * ints(8)) assertSelf(0)
    }
}
