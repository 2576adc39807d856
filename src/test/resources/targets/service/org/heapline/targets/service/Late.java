package org.heapline.targets.service;

import org.heapline.targets.Commands;

/** Nobody has used this class when Heapline attaches. */
final class Late {
    private static final byte[] TABLE = new byte[5000]; // in the initialiser

    private Late() {}

    static void load() {
        Commands.sink = TABLE.clone(); // in the method
    }
}
