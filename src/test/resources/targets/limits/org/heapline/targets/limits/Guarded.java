package org.heapline.targets.limits;

import org.heapline.targets.Commands;

/** Takes memory while it holds a lock. */
final class Guarded {
    private int count;

    synchronized void fill() {
        Commands.sink = new byte[20 << 20]; // under the lock
        count++;
    }

    synchronized int count() {
        return count;
    }
}
