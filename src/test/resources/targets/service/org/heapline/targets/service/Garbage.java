package org.heapline.targets.service;

import org.heapline.targets.Commands;

/** Takes memory and lets go of it at once. */
final class Garbage {
    private Garbage() {}

    static void make() {
        for (int i = 0; i < 10; i++) {
            Commands.sink = new byte[1 << 20]; // garbage
        }
    }
}
