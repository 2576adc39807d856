package org.heapline.targets.crowds;

import org.heapline.targets.Commands;

/** Threads that have come and gone: what they counted stays, whatever their memory is used for afterwards. */
final class Ended {
    private Ended() {}

    static void work() {
        for (int i = 0; i < 500; i++) { // assertOccurrences(501)
            Thread thread = new Thread(Ended::once);
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (i == 250) {
                System.gc();
            }
        }
        Thread failing = new Thread(Ended::fail);
        failing.setUncaughtExceptionHandler((thread, failure) -> Commands.sink = failure);
        failing.start();
        try {
            failing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void once() {
        Commands.sink = new byte[100]; // assertOccurrences(500) assertIncrement(500 * bytes(100)) assertSelf(500 * bytes(100))
        for (int i = 0; i < 3; i++) { // assertOccurrences(500 * 4) assertIncrement(0)
            Commands.sink = new byte[i]; // assertOccurrences(1500) assertIncrement(500 * (bytes(0) + bytes(1) + bytes(2)))
        }
    } // assertOccurrences(500) assertIncrement(0)

    /** The thread ends by an exception. */
    private static void fail() {
        Commands.sink = new byte[60]; // assertOccurrences(1) assertIncrement(bytes(60))
        throw Ready.READY; // assertOccurrences(1) assertIncrement(0)
    }

    private static final class Ready {
        static final IllegalStateException READY = new IllegalStateException();
    }
}
