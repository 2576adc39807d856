package org.heapline.targets.constructs;

import org.heapline.targets.Commands;

/** Static initialisers: run once, on whichever thread comes first, in the middle of a line of somebody else. */
final class Initialisers {
    private Initialisers() {}

    static void work() {
        First.touch(); // assertOccurrences(1)
        Commands.sink = Second.LAZY; // assertOccurrences(1)
        try {
            Broken.touch(); // assertOccurrences(1)
        } catch (ExceptionInInitializerError e) { // assertOccurrences(1)
            Commands.sink = new byte[10]; // assertOccurrences(1) assertIncrement(bytes(10))
        }
    }

    private static final class First {
        private static final byte[] TABLE = new byte[5000]; // assertOccurrences(1) assertIncrement(bytes(5000)) assertSelf(bytes(5000))
        private static byte[] sum;

        static {
            for (int i = 0; i < 12; i++) { // assertOccurrences(13) assertIncrement(0)
                sum = new byte[16]; // assertOccurrences(12) assertIncrement(12 * bytes(16)) assertSelf(12 * bytes(16))
            }
        }

        static void touch() {
            Commands.sink = TABLE.length > sum.length ? TABLE : sum; // assertOccurrences(1) assertIncrement(0)
        }
    }

    private interface Second {
        byte[] LAZY = make(); // assertOccurrences(1) assertIncrement(bytes(77)) assertSelf(0)

        static byte[] make() {
            return new byte[77]; // assertOccurrences(1) assertIncrement(bytes(77))
        }
    }

    private static final class Broken {
        private static final byte[] MADE = new byte[60]; // assertOccurrences(1) assertIncrement(bytes(60))
        private static final int WRONG = MADE.length / (MADE.length - 60); // assertOccurrences(1)

        static void touch() {
            Commands.sink = WRONG;
        }
    }
}
