package org.heapline.targets.limits.quiet;

import java.util.ArrayList;
import java.util.List;

/** Is not profiled. */
public final class Quiet {
    private static final List<byte[]> KEPT = new ArrayList<>();

    private Quiet() {}

    public static void grow() {
        try {
            while (KEPT.size() < 1000) {
                if (KEPT.size() < 200) {
                    KEPT.add(new byte[1 << 20]);
                }
                Thread.sleep(5);
                byte[] garbage = new byte[100_000];
                garbage[0] = 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
