package org.heapline.targets.modern;

import java.util.concurrent.locks.LockSupport;
import org.heapline.targets.Commands;
import org.heapline.targets.Noise;

/**
 * Virtual threads that are parked in the middle of a line, while others, whom nobody profiles, use their carriers and
 * allocate there. What the JVM itself takes for a park is charged to the line that parks.
 */
final class Parked {
    private Parked() {}

    static void work() {
        Noise noise = new Noise(4);
        Thread[] threads = new Thread[200];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofVirtual().start(Parked::run);
        }
        for (Thread thread : threads) {
            join(thread);
        }
        noise.stop();
    }

    private static void run() {
        for (int i = 0; i < 10; i++) { // assertOccurrences(200 * 11) assertIncrement(0)
            Commands.sink = across(i); // assertOccurrences(200 * 10) assertSelf(0)
            Commands.sink = new byte[50]; // assertOccurrences(200 * 10) assertIncrement(2000 * bytes(50)) assertSelf(2000 * bytes(50))
        }
    }

    private static byte[] across(int round) {
        byte[] before = new byte[1000]; // assertOccurrences(2000) assertIncrement(2000 * bytes(1000))
        LockSupport.parkNanos(1000 * round); // assertOccurrences(2000) assertAtMost(2000 * 8000)
        byte[] between = new byte[500]; // assertOccurrences(2000) assertIncrement(2000 * bytes(500))
        LockSupport.parkNanos(1000); // assertOccurrences(2000) assertAtMost(2000 * 8000)
        return new byte[before.length + between.length]; // assertOccurrences(2000) assertIncrement(2000 * bytes(1500))
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
