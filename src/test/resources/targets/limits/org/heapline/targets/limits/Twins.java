package org.heapline.targets.limits;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.heapline.targets.Commands;

/** Two threads that do the same at the same moment. */
final class Twins {
    private static final int MEGABYTE = 1 << 20;

    private Twins() {}

    static void cross() {
        CyclicBarrier gate = new CyclicBarrier(2);
        LimitsMain.start("twin-0", () -> take(gate));
        LimitsMain.start("twin-1", () -> take(gate));
    }

    private static void take(CyclicBarrier gate) {
        try {
            gate.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        Commands.sink = blocks(); // both at once
    }

    private static byte[][] blocks() {
        byte[][] blocks = new byte[24][];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new byte[MEGABYTE]; // one of them
        }
        return blocks;
    }
}
