package org.heapline.targets.constructs;

import org.heapline.targets.Commands;

/** Several statements on one line, and one statement over several lines. */
final class Statements {
    private Statements() {}

    static void work() {
        byte[] a = new byte[10]; byte[] b = new byte[20]; Commands.sink = b; // assertOccurrences(1) assertIncrement(bytes(10) + bytes(20))
        if (a.length > 5) { Commands.sink = new byte[30]; } else { Commands.sink = new byte[3000]; } // assertOccurrences(1) assertIncrement(bytes(30))
        try { Commands.sink = new byte[7]; fail(); } catch (IllegalStateException e) { Commands.sink = new byte[8]; } finally { Commands.sink = new byte[9]; } // assertIncrement(bytes(7) + bytes(70) + bytes(8) + bytes(9)) assertSelf(bytes(7) + bytes(8) + bytes(9))
        Commands.sink = new Chain() // assertOccurrences(1) assertIncrement(object(ref)) assertSelf(object(ref))
                .with(100) // assertOccurrences(1) assertIncrement(bytes(100)) assertSelf(0)
                .with(200) // assertOccurrences(1) assertIncrement(bytes(200)) assertSelf(0)
                .last(); // assertOccurrences(1) assertIncrement(0)
        Commands.sink = join( // assertIncrement(bytes(30))
                part(10), // assertOccurrences(1) assertIncrement(bytes(10)) assertSelf(0)
                part(20)); // assertOccurrences(1) assertIncrement(bytes(20)) assertSelf(0)
        Commands.sink = a.length > 100
                ? part(1) // assertOccurrences(0) assertIncrement(0)
                : part(2); // assertOccurrences(1) assertIncrement(bytes(2)) assertSelf(0)
        // The compiler has the assignment on the last line.
        boolean both = part(3).length == 3 // assertIncrement(bytes(3)) assertSelf(0)
                && part(4).length == 5 // assertOccurrences(1) assertIncrement(bytes(4)) assertSelf(0)
                && part(5).length == 5; // assertOccurrences(1) assertIncrement(0)
        Commands.sink = both ? a : b;
        byte[][] rows = {
            part(11), // assertOccurrences(1) assertIncrement(bytes(11)) assertSelf(0)
            part(12), // assertOccurrences(1) assertIncrement(bytes(12)) assertSelf(0)
        };
        for (byte[] row :
                rows) { // assertOccurrences(3) assertIncrement(0)
            Commands.sink = row; // assertOccurrences(2) assertIncrement(0)
        }
        int i = 0; while (i < 3) { Commands.sink = part(i); i++; } // assertIncrement(bytes(0) + bytes(1) + bytes(2)) assertSelf(0)
        last(); } // assertIncrement(bytes(1)) assertSelf(0)

    private static void last() { Commands.sink = new byte[1]; } // assertOccurrences(1) assertIncrement(bytes(1))

    private static void fail() {
        Commands.sink = new byte[70];
        throw Ready.READY;
    }

    private static byte[] part(int size) {
        return new byte[size]; // assertOccurrences(10) assertIncrement(bytes(10) + bytes(20) + bytes(2) + bytes(3) + bytes(4) + bytes(11) + bytes(12) + bytes(0) + bytes(1) + bytes(2))
    }

    private static byte[] join(byte[] left, byte[] right) {
        return new byte[left.length + right.length]; // assertOccurrences(1) assertIncrement(bytes(30)) assertSelf(bytes(30))
    }

    private static final class Chain {
        private byte[] last;

        Chain with(int size) {
            last = new byte[size]; // assertOccurrences(2) assertIncrement(bytes(100) + bytes(200))
            return this; // assertOccurrences(2) assertIncrement(0)
        }

        byte[] last() {
            return last; // assertOccurrences(1) assertIncrement(0)
        }
    }

    private static final class Ready {
        static final IllegalStateException READY = new IllegalStateException();
    }
}
