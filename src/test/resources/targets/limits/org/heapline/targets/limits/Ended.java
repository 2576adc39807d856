package org.heapline.targets.limits;

import org.heapline.targets.Commands;

/** Takes memory in its finaliser. */
final class Ended {
    private static volatile int finalised;

    static void drop() {
        Commands.sink = new Ended();
        Commands.sink = null;
        while (finalised == 0) {
            System.gc();
            System.runFinalization();
        }
    }

    @Override
    @SuppressWarnings("deprecation")
    protected void finalize() {
        Commands.sink = new byte[20 << 20]; // in the finaliser
        finalised++;
    }
}
