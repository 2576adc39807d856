package org.heapline.targets.constructs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.heapline.targets.Commands;

/** Exceptions: made here or deep in the library, caught at once or many frames above, while others are being cleaned up. */
final class Faults {
    private static final List<Integer> NUMBERS = Arrays.asList(5, 3, 4, 1, 2);
    private static final Light READY = new Light();
    private static final Light OTHER = new Light();
    private static final byte[] EMPTY = new byte[0];

    private Faults() {}

    static void work() {
        library(); // assertIncrement(count(Faults.library)) assertSelf(0)
        deep(); // assertIncrement(count(Faults.deep)) assertSelf(0)
        made();
        throughLibrary();
        finallyReturns();
        suppressed();
        severalKinds(0);
        severalKinds(1);
        severalKinds(2);
        whileCleaningUp();
        inLock();
        rethrown();
        arithmetic();
    }

    static void library() {
        Collections.unmodifiableList(NUMBERS).forEach(each -> {});
        try {
            Integer.parseInt(Text.WRONG);
        } catch (NumberFormatException e) { // assertOccurrences(1) assertIncrement(0)
            Commands.sink = new byte[20]; // assertOccurrences(1) assertIncrement(bytes(20)) assertSelf(bytes(20))
        }
    }

    static void deep() {
        try {
            new ArrayList<>(NUMBERS).sort(Comparator.comparing(number -> fail(number)));
        } catch (Light e) { // assertOccurrences(1)
            Commands.sink = new byte[21]; // assertOccurrences(1) assertIncrement(bytes(21))
        }
    }

    private static Integer fail(Integer number) {
        Commands.sink = new byte[90]; // assertOccurrences(3) assertIncrement(3 * bytes(90))
        if (number == 4) { // assertOccurrences(3)
            throw READY; // assertOccurrences(1) assertIncrement(0)
        }
        return number; // assertOccurrences(2)
    }

    private static void made() {
        try {
            throw new Light(); // assertOccurrences(1) assertIncrement(count(Faults.light))
        } catch (Light e) { // assertOccurrences(1) assertIncrement(0)
            Commands.sink = e;
        }
    }

    static void light() {
        Commands.sink = new Light();
    }

    /** From a lambda through the library's own loop to its caller. */
    private static void throughLibrary() {
        try {
            NUMBERS.forEach(Faults::stopAtFour); // assertOccurrences(1) assertIncrement(3 * bytes(33)) assertSelf(0)
        } catch (Light e) {
            Commands.sink = new byte[1]; // assertOccurrences(1) assertIncrement(bytes(1))
        }
    }

    private static void stopAtFour(Integer number) {
        Commands.sink = new byte[33]; // assertOccurrences(3) assertIncrement(3 * bytes(33))
        if (number == 4) { // assertOccurrences(3)
            throw READY; // assertOccurrences(1)
        }
    } // assertOccurrences(2)

    @SuppressWarnings("finally")
    private static int finallyReturns() {
        try {
            Commands.sink = new byte[12]; // assertOccurrences(1) assertIncrement(bytes(12))
            throw READY; // assertOccurrences(1) assertIncrement(0)
        } finally {
            return new byte[34].length; // assertOccurrences(1) assertIncrement(bytes(34))
        }
    }

    /** What is closed when the block has come to its end counts on its last line, what is closed for a failure on its own. */
    private static void suppressed() {
        try (Door first = new Door(10); // assertIncrement(object(int, ref) + bytes(10)) assertSelf(object(int, ref))
                Door second = new Door(20)) { // assertIncrement(object(int, ref)) assertSelf(object(int, ref))
            Commands.sink = new byte[first.size + second.size]; // assertOccurrences(1) assertIncrement(bytes(30))
        } catch (Light e) { // assertOccurrences(2) assertIncrement(bytes(20)) assertSelf(0)
            Commands.sink = e;
        }
    }

    private static final class Door implements AutoCloseable {
        private final int size;
        private final Light failure;

        Door(int size) {
            this.size = size;
            failure = size == 10 ? READY : OTHER;
        }

        @Override
        public void close() {
            Commands.sink = new byte[size]; // assertOccurrences(2) assertIncrement(bytes(20) + bytes(10))
            throw failure; // assertOccurrences(2) assertIncrement(0)
        }
    }

    private static void severalKinds(int kind) {
        try {
            raise(kind); // assertOccurrences(3) assertIncrement(bytes(100) + bytes(101) + bytes(102)) assertSelf(0)
            Commands.sink = new byte[1]; // assertOccurrences(1) assertIncrement(bytes(1))
        } catch (Light | IllegalStateException e) { // assertOccurrences(2)
            Commands.sink = new byte[2]; // assertOccurrences(2) assertIncrement(2 * bytes(2))
        } finally {
            Commands.sink = new byte[3]; // assertOccurrences(3) assertIncrement(3 * bytes(3))
        }
    }

    private static void raise(int kind) {
        Commands.sink = new byte[100 + kind]; // assertOccurrences(3)
        if (kind == 1) { // assertOccurrences(3)
            throw READY; // assertOccurrences(1)
        }
        if (kind == 2) { // assertOccurrences(2)
            throw Heavy.READY; // assertOccurrences(1) assertIncrement(0)
        }
    } // assertOccurrences(1)

    private static void whileCleaningUp() {
        try {
            try {
                throw READY; // assertOccurrences(1)
            } finally {
                Commands.sink = new byte[5]; // assertOccurrences(1) assertIncrement(bytes(5))
                raise17(); // assertOccurrences(1) assertIncrement(bytes(17)) assertSelf(0)
            }
        } catch (IllegalStateException e) {
            Commands.sink = new byte[6]; // assertOccurrences(1) assertIncrement(bytes(6))
        }
    }

    private static void raise17() {
        Commands.sink = new byte[17];
        throw Heavy.READY;
    }

    private static void inLock() {
        try {
            synchronized (READY) { // assertIncrement(0)
                Commands.sink = new byte[40]; // assertOccurrences(1) assertIncrement(bytes(40))
                raise17(); // assertOccurrences(1) assertIncrement(bytes(17)) assertSelf(0)
            }
        } catch (IllegalStateException e) { // assertOccurrences(1)
            Commands.sink = e;
        }
    }

    private static void rethrown() {
        try {
            again();
        } catch (IllegalStateException e) {
            Commands.sink = new byte[7]; // assertOccurrences(1) assertIncrement(bytes(7))
        }
    }

    private static void again() {
        try {
            raise17(); // assertIncrement(bytes(17)) assertSelf(0)
        } catch (IllegalStateException e) {
            Commands.sink = new byte[8]; // assertOccurrences(1) assertIncrement(bytes(8))
            throw e; // assertOccurrences(1) assertIncrement(0)
        }
    }

    /** Thrown by the JVM itself: that it can be made at all costs what it costs, on the line it comes from. */
    private static void arithmetic() {
        try {
            Commands.sink = new byte[8 / EMPTY.length]; // assertOccurrences(1)
        } catch (ArithmeticException e) {
            Commands.sink = new byte[9]; // assertOccurrences(1) assertIncrement(bytes(9))
        }
        try {
            Commands.sink = EMPTY[EMPTY.length]; // assertOccurrences(1)
        } catch (ArrayIndexOutOfBoundsException e) {
            Commands.sink = new byte[10]; // assertOccurrences(1) assertIncrement(bytes(10))
        }
    }

    /** Has no stack trace, whose size would depend on who calls, and keeps no list of others. */
    private static final class Light extends RuntimeException {
        Light() {
            super(null, null, false, false);
        }
    }

    private static final class Heavy {
        static final IllegalStateException READY = new IllegalStateException();
    }

    private static final class Text {
        static final String WRONG = "twelve";
    }
}
