package org.heapline.targets.loading;

import org.heapline.targets.Commands;

/** Loaded again by each loader that wants a class of its own by this name. */
public final class Plugin implements Runnable {
    private static final byte[] TABLE = new byte[500]; // table

    @Override
    public void run() {
        Commands.sink = null; // asks the loader for a class, which costs what that costs
        for (int i = 0; i < 4; i++) { // header
            Commands.sink = new byte[TABLE.length]; // body
        }
    }
}
