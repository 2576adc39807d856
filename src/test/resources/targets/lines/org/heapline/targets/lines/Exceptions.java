package org.heapline.targets.lines;

import org.heapline.targets.Commands;

/** An exception charges the line it leaves, wherever it goes. The exception itself is made once, in advance. */
final class Exceptions {
    private static final IllegalStateException READY = new IllegalStateException();

    private Exceptions() {}

    static void work() {
        for (int i = 0; i < 3; i++) {
            leaves();
        }
        cleansUp(false);
        cleansUp(true);
        passesThrough();
        fromConstructor();
        nested();
        closes();
    }

    private static void leaves() {
        try {
            throwing(); // assertOccurrences(3) assertIncrement(3 * (120 + 216)) assertSelf(0)
            Commands.sink = new byte[1000]; // assertOccurrences(0) assertIncrement(0)
        } catch (IllegalStateException e) { // assertOccurrences(3) assertIncrement(0)
            Commands.sink = new byte[50]; // assertOccurrences(3) assertIncrement(3 * 72)
        }
    } // assertOccurrences(3)

    private static void throwing() {
        Commands.sink = new byte[100]; // assertOccurrences(3) assertIncrement(3 * 120)
        fail(new byte[200]); // assertOccurrences(3) assertIncrement(3 * 216) assertSelf(3 * 216)
    } // assertOccurrences(0)

    private static void fail(byte[] data) {
        Commands.sink = data;
        throw READY; // assertOccurrences(3) assertIncrement(0)
    }

    private static void cleansUp(boolean failing) {
        try {
            open(failing); // assertOccurrences(2) assertIncrement(2 * 416) assertSelf(0)
        } catch (IllegalStateException e) { // assertOccurrences(1)
            Commands.sink = new byte[60]; // assertOccurrences(1) assertIncrement(80)
        }
    }

    private static void open(boolean failing) {
        Commands.sink = new byte[200]; // assertOccurrences(2) assertIncrement(2 * 216)
        try {
            if (failing) { // assertOccurrences(2)
                throw READY; // assertOccurrences(1)
            }
            Commands.sink = null; // assertOccurrences(1)
        } finally {
            Commands.sink = new byte[184]; // assertOccurrences(2) assertIncrement(2 * 200)
        }
    }

    /** No handler of its own: its line is charged with what the callee took before it failed. */
    private static void passesThrough() {
        try {
            through();
        } catch (IllegalStateException e) {
            Commands.sink = e;
        }
    }

    private static void through() {
        allocateAndFail(); // assertOccurrences(1) assertIncrement(1016) assertSelf(0)
    }

    private static void allocateAndFail() {
        Commands.sink = new byte[1000]; // assertOccurrences(1) assertIncrement(1016)
        throw READY; // assertOccurrences(1) assertIncrement(0)
    }

    private static void fromConstructor() {
        try {
            Commands.sink = new Unborn(); // assertOccurrences(1) assertIncrement(16 + 32)
        } catch (IllegalStateException e) {
            Commands.sink = new byte[8]; // assertOccurrences(1) assertIncrement(24)
        }
    }

    private static void nested() {
        try {
            try {
                throw READY; // assertOccurrences(1)
            } finally {
                Commands.sink = new byte[40]; // assertOccurrences(1) assertIncrement(56)
            }
        } catch (IllegalStateException e) {
            Commands.sink = new byte[41]; // assertOccurrences(1) assertIncrement(64)
        } finally {
            Commands.sink = new byte[80]; // assertOccurrences(1) assertIncrement(96)
        }
    }

    private static void closes() {
        try (Door door = new Door()) { // assertOccurrences(2) assertIncrement(16 + 72)
            Commands.sink = door;
            throw READY; // assertOccurrences(1) assertIncrement(0)
        } catch (IllegalStateException e) {
            Commands.sink = e;
        }
    }

    private static final class Unborn {
        Unborn() {
            Commands.sink = new byte[16]; // assertOccurrences(1) assertIncrement(32)
            throw READY; // assertOccurrences(1) assertIncrement(0)
        }
    }

    private static final class Door implements AutoCloseable {
        @Override
        public void close() {
            Commands.sink = new byte[56]; // assertOccurrences(1) assertIncrement(72)
        }
    }
}
