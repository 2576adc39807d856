package org.heapline.targets.service;

import java.util.concurrent.locks.LockSupport;

/** Takes nothing, for so long that whoever watches asks in between. */
final class Watched {
    private Watched() {}

    static void run() {
        for (int i = 0; i < 5; i++) {
            System.gc(); // collects
            LockSupport.parkNanos(1_100_000_000L); // rests
        }
    }
}
