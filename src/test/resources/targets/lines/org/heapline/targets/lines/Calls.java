package org.heapline.targets.lines;

import org.heapline.targets.Commands;

/** What a callee allocates is in its caller's Increment and not in its caller's Self. */
final class Calls {
    private Calls() {}

    static void work() {
        outer(); // assertOccurrences(1) assertIncrement(1016 + 3 * 240 + 1024) assertSelf(0)
        recursive(3); // assertOccurrences(1) assertIncrement(4 * 216) assertSelf(0)
        construct();
        Commands.sink = new byte[24]; // assertIncrement(40) assertSelf(40)
    }

    private static void outer() {
        Commands.sink = new byte[1000]; // assertIncrement(1016) assertSelf(1016)
        for (int i = 0; i < 3; i++) { // assertOccurrences(4) assertIncrement(0)
            inner(); // assertOccurrences(3) assertIncrement(3 * 240) assertSelf(0)
        }
        Commands.sink = join(new byte[300], allocate(200)); // assertIncrement(320 + 216 + 488) assertSelf(320)
    }

    private static void inner() {
        Commands.sink = new byte[100]; // assertOccurrences(3) assertIncrement(3 * 120)
        Commands.sink = new byte[100]; // assertOccurrences(3) assertIncrement(3 * 120)
    }

    private static byte[] allocate(int size) {
        return new byte[size]; // assertOccurrences(1) assertIncrement(216) assertSelf(216)
    }

    private static byte[] join(byte[] left, byte[] right) {
        return new byte[left.length + right.length - 32]; // assertOccurrences(1) assertIncrement(488) assertSelf(488)
    }

    private static void recursive(int depth) {
        Commands.sink = new byte[200]; // assertOccurrences(4) assertIncrement(4 * 216) assertSelf(4 * 216)
        if (depth > 0) { // assertOccurrences(4) assertIncrement(0)
            recursive(depth - 1); // assertOccurrences(3) assertIncrement(6 * 216) assertSelf(0)
        }
    } // assertOccurrences(4)

    private static void construct() {
        for (int i = 0; i < 5; i++) {
            Commands.sink = new Item(50); // assertOccurrences(5) assertIncrement(5 * 96) assertSelf(5 * 24)
        }
    }

    private static class Base {
        private final Object mark = Commands.sink;

        Base() { // assertOccurrences(5) assertIncrement(0)
            if (mark == this) {
                throw new IllegalStateException();
            }
        } // assertOccurrences(5)
    }

    /** Header of 12 bytes, one reference of the base class and two of its own: 24. */
    private static final class Item extends Base {
        private final byte[] data;
        private final Object none = null; // assertOccurrences(5) assertIncrement(0)

        Item(int size) { // assertOccurrences(5)
            data = new byte[size]; // assertOccurrences(5) assertIncrement(5 * 72) assertSelf(5 * 72)
        } // assertOccurrences(5)
    }
}
