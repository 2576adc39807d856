package org.heapline.targets.service;

/** A method that the JVM compiles again and again; what it compiles can be seen in its log. */
final class Hot {
    private static int sum;

    private Hot() {}

    static void run() {
        for (int i = 0; i < 200_000; i++) {
            step(i);
        }
    }

    private static void step(int number) {
        int[] pair = {number, sum};
        sum = pair[0] ^ pair[1];
    }
}
