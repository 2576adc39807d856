package org.heapline.targets.crowds;

import org.heapline.targets.Commands;

/** Threads that take memory for as long as the JVM lives, also while it ends. */
final class Restless {
    private static final int LENGTH = 100;
    private static final int THREADS = 3;
    private static final long MAIN_NANOS = 200_000_000;

    private Restless() {}

    /** Lives for a moment; the others go on until the JVM is gone. */
    public static void main(String[] args) {
        work();
        makeUntil(System.nanoTime() + MAIN_NANOS);
    }

    static void work() {
        for (int i = 0; i < THREADS; i++) {
            Thread restless = new Thread(() -> makeUntil(Long.MAX_VALUE), "restless");
            restless.setDaemon(true);
            restless.start();
        }
    }

    private static void makeUntil(long nanos) {
        while (System.nanoTime() < nanos) {
            make();
        }
    }

    private static void make() {
        Commands.sink = new byte[LENGTH];
    }
}
