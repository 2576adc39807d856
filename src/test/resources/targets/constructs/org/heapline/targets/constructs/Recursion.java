package org.heapline.targets.constructs;

import org.heapline.targets.Commands;

/** A method that is on the stack many times: each frame is charged with what the frames above it take. */
final class Recursion {
    private static final IllegalStateException READY = new IllegalStateException();

    private Recursion() {}

    static void work() {
        direct(4); // assertOccurrences(1) assertIncrement(5 * bytes(100)) assertSelf(0)
        even(5); // assertIncrement(6 * bytes(50)) assertSelf(0)
        tree(3); // assertIncrement(15 * bytes(30)) assertSelf(0)
        try {
            sink(3); // assertIncrement(3 * bytes(70) + bytes(10)) assertSelf(0)
        } catch (IllegalStateException e) { // assertOccurrences(1) assertIncrement(0)
            Commands.sink = e;
        }
    }

    private static void direct(int depth) {
        Commands.sink = new byte[100]; // assertOccurrences(5) assertIncrement(5 * bytes(100)) assertSelf(5 * bytes(100))
        if (depth > 0) { // assertOccurrences(5) assertIncrement(0)
            direct(depth - 1); // assertOccurrences(4) assertIncrement((4 + 3 + 2 + 1) * bytes(100)) assertSelf(0)
        }
    } // assertOccurrences(5) assertIncrement(0)

    private static void even(int number) {
        byte[] made = new byte[50]; // assertOccurrences(3) assertIncrement(3 * bytes(50))
        if (number > 0) {
            odd(number - made.length / 50); // assertOccurrences(3) assertIncrement((5 + 3 + 1) * bytes(50)) assertSelf(0)
        }
    }

    private static void odd(int number) {
        byte[] made = new byte[50]; // assertOccurrences(3) assertIncrement(3 * bytes(50))
        if (number > 0) {
            even(number - made.length / 50); // assertOccurrences(2) assertIncrement((4 + 2) * bytes(50)) assertSelf(0)
        }
    }

    private static int tree(int depth) {
        byte[] mine = new byte[30]; // assertOccurrences(15) assertIncrement(15 * bytes(30))
        if (depth == 0) { // assertOccurrences(15)
            return mine.length; // assertOccurrences(8)
        }
        return tree(depth - 1) + tree(depth - 1); // assertOccurrences(7) assertIncrement((14 + 2 * 6 + 4 * 2) * bytes(30)) assertSelf(0)
    }

    /** An exception that leaves three frames on its way charges the line in each of them. */
    private static void sink(int depth) {
        if (depth == 0) { // assertOccurrences(4)
            Commands.sink = new byte[10]; // assertOccurrences(1) assertIncrement(bytes(10))
            throw READY; // assertOccurrences(1) assertIncrement(0)
        }
        Commands.sink = new byte[70]; // assertOccurrences(3) assertIncrement(3 * bytes(70))
        sink(depth - 1); // assertOccurrences(3) assertIncrement((2 + 1) * bytes(70) + 3 * bytes(10)) assertSelf(0)
    } // assertOccurrences(0)
}
