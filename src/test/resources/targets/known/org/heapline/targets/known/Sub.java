package org.heapline.targets.known;

/** Initialised early, without the interface that it has a field from. */
final class Sub implements Table {
    private static int touched;

    private Sub() {}

    static void touch() {
        touched++;
    }
}
