package org.heapline.targets.service;

import org.heapline.targets.Commands;

/** A loop that never returns, and a method that it calls again and again. */
final class Endless {
    private static volatile boolean begun;
    private static volatile int steps;

    private Endless() {}

    static void begin() {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(Endless::loop, "endless");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static void saySteps() {
        System.out.println("steps " + steps);
    }

    private static void loop() {
        for (int i = 0; ; i++) {
            Pace.step(i); // called from the loop
            steps = i;
        }
    }

    /** Runs nearly all of the time, and returns each time. */
    static final class Pace {
        private Pace() {}

        static void step(int number) {
            long sum = number;
            for (int i = 0; i < 2_000_000; i++) {
                sum += sum << 3 ^ i;
            }
            Commands.sink = new byte[(int) (sum & 7) + 100]; // a step
        }
    }
}
