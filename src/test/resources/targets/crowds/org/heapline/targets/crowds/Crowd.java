package org.heapline.targets.crowds;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.heapline.targets.Commands;

/** One thread, 2, 16 and 200 of them at the same time on the same lines, 219 in all: none loses a byte of another's. */
final class Crowd {
    private static final int TIMES = 1000;

    private Crowd() {}

    static void work() {
        together(1);
        together(2);
        together(16);
        together(200);
    }

    private static void together(int size) {
        CyclicBarrier start = new CyclicBarrier(size);
        Thread[] threads = new Thread[size];
        for (int i = 0; i < size; i++) {
            threads[i] = new Thread(() -> allocate(start));
            threads[i].start();
        }
        for (Thread thread : threads) { // assertOccurrences(4 + 219) assertIncrement(0)
            Joining.join(thread); // assertOccurrences(219)
        }
    }

    private static void allocate(CyclicBarrier start) {
        Joining.await(start); // assertOccurrences(219)
        for (int i = 0; i < TIMES; i++) { // assertOccurrences(219 * 1001) assertIncrement(0)
            Object[] pair = new Object[2]; // assertOccurrences(219 * 1000) assertIncrement(219 * 1000 * refs(2))
            pair[0] = make(i & 15); // assertOccurrences(219 * 1000) assertSelf(0)
            pair[1] = nested(3); // assertOccurrences(219 * 1000) assertIncrement(219 * 1000 * 4 * ints(5)) assertSelf(0)
            Commands.sink = pair; // assertOccurrences(219 * 1000) assertIncrement(0)
        }
    } // assertOccurrences(219) assertIncrement(0)

    private static byte[] make(int size) {
        if (size < 8) { // assertOccurrences(219 * 1000) assertIncrement(0)
            return new byte[8]; // assertOccurrences(219 * 504) assertIncrement(219 * 504 * bytes(8))
        }
        return new byte[64]; // assertOccurrences(219 * 496) assertIncrement(219 * 496 * bytes(64))
    }

    private static int[] nested(int depth) {
        int[] made = new int[5]; // assertOccurrences(219 * 4000) assertIncrement(219 * 4000 * ints(5))
        return depth == 0 ? made : nested(depth - 1); // assertOccurrences(219 * 4000) assertIncrement(219 * 1000 * (3 + 2 + 1) * ints(5)) assertSelf(0)
    }

    /** Not profiled as part of the work: waiting costs now this, now that. */
    private static final class Joining {
        static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        static void await(CyclicBarrier barrier) {
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
