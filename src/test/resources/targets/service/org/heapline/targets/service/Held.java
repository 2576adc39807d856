package org.heapline.targets.service;

import org.heapline.targets.Commands;

/** Takes known steps of heap and gives them back. */
final class Held {
    private static byte[] small;
    private static byte[][] many;

    private Held() {}

    static void run() {
        Commands.sink = new byte[50 << 20]; // alloc
        small = new byte[1 << 20]; // small
        many = rows(20); // many
        long used = small.length; // nothing
        drop(); // del
        many = used > 0 ? null : many; // kept
        System.gc(); // collected
    }

    private static void drop() {
        Commands.sink = null;
        System.gc();
    }

    private static byte[][] rows(int count) {
        byte[][] rows = new byte[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new byte[(1 << 20) - 16];
        }
        return rows;
    }
}
