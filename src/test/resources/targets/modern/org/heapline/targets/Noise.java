package org.heapline.targets;

import java.util.concurrent.locks.LockSupport;

/** Virtual threads that allocate and park, again and again. In no package that is profiled. */
public final class Noise {
    private final Thread[] threads;
    private volatile boolean stopped;
    private volatile Object sink;

    public Noise(int size) {
        threads = new Thread[size];
        for (int i = 0; i < size; i++) {
            threads[i] = Thread.ofVirtual().start(this::run);
        }
    }

    private void run() {
        while (!stopped) {
            sink = new byte[100_000];
            LockSupport.parkNanos(20_000);
        }
    }

    public void stop() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
