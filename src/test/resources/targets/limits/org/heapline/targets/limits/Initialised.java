package org.heapline.targets.limits;

import org.heapline.targets.Commands;

/** Takes memory in its initialiser. */
final class Initialised {
    private static final byte[] TABLE = table();

    private Initialised() {}

    private static byte[] table() {
        byte[] table = new byte[20 << 20]; // in the initialiser
        table[0] = 1;
        return table;
    }

    static void touch() {
        Commands.sink = TABLE;
    }
}
