package org.heapline.targets.limits;

import java.util.ArrayList;
import java.util.List;

/** Grows all the time. */
final class Steady {
    private static final List<byte[]> KEPT = new ArrayList<>();

    private Steady() {}

    static void grow() {
        try {
            while (KEPT.size() < 3000) {
                KEPT.add(new byte[100_000]); // grows
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
