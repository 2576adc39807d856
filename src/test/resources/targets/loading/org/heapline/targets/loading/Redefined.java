package org.heapline.targets.loading;

import org.heapline.targets.Commands;

/** A debugger gives it another body while it is profiled. */
final class Redefined {
    private Redefined() {}

    static void work() {
        Commands.sink = new byte[100]; // first
    }
}
