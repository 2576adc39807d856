package org.heapline.targets.service;

import java.util.ArrayList;
import java.util.List;

/** Takes a megabyte at a time and keeps it. */
final class Growth {
    static final List<byte[]> KEPT = new ArrayList<>(1000);
    private static final int MEGABYTE = 1 << 20;

    private Growth() {}

    static void grow() {
        takeSome("orders", 100);
    }

    static void startAndForget() {
        KEPT.clear();
        System.gc();
        new Thread(Growth::grow, "grower").start();
    }

    /** Keeps much of what it takes, and goes on taking a little more, for ever. */
    static void holdAndForget() {
        KEPT.clear();
        System.gc();
        new Thread(Growth::hold, "grower").start();
    }

    private static void hold() {
        takeSome("orders", 60);
        try {
            while (!KEPT.isEmpty()) {
                KEPT.remove(0);
                takeSome("more", 1);
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void takeSome(String label, int times) {
        long total = 0;
        for (int i = 0; i < times; i++) {
            byte[] block = new byte[MEGABYTE]; // takes
            total += block.length; // after
            KEPT.add(block); // keeps
        }
        System.out.println("took " + total + " for " + label);
    }
}
