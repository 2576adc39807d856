package org.heapline.targets.lines;

import static org.heapline.targets.Commands.sink;

import org.heapline.targets.Commands;

/** Each kind of loop: its header counts once more than its body. */
final class Loops {
    private static final int[] TWELVE = new int[12];

    private Loops() {}

    static void work() {
        counted(); // assertOccurrences(1) assertIncrement(12 * 1016) assertSelf(0)
        overArray();
        whileLoop();
        doLoop();
        nested();
        leftEarly();
        empty();
    }

    private static void counted() {
        for (int i = 0; i < 12; i++) { // assertOccurrences(13) assertIncrement(0)
            Commands.sink = new byte[1000]; // assertOccurrences(12) assertIncrement(12 * 1016) assertSelf(12 * 1016)
        }
    } // assertOccurrences(1) assertIncrement(0)

    private static void overArray() {
        int sum = 0; // assertOccurrences(1) assertIncrement(0)
        for (int number : TWELVE) { // assertOccurrences(13) assertIncrement(0)
            sum += number; // assertOccurrences(12) assertIncrement(0)
            Commands.sink = new int[10]; // assertOccurrences(12) assertIncrement(12 * 56)
        }
        Commands.sink = new char[sum]; // assertOccurrences(1) assertIncrement(16)
    }

    private static void whileLoop() {
        int left = 5;
        while (left > 0) { // assertOccurrences(6) assertIncrement(0)
            Commands.sink = new long[left]; // assertOccurrences(5) assertIncrement(5 * 16 + 8 * 15)
            left--; // assertOccurrences(5) assertIncrement(0)
        }
    }

    private static void doLoop() {
        int done = 0;
        do {
            Commands.sink = new short[4]; // assertOccurrences(3) assertIncrement(3 * 24)
            done++; // assertOccurrences(3)
        } while (done < 3); // assertOccurrences(3) assertIncrement(0)
    }

    private static void nested() {
        for (int row = 0; row < 3; row++) { // assertOccurrences(4) assertIncrement(0)
            byte[] line = new byte[100]; // assertOccurrences(3) assertIncrement(3 * 120)
            for (int column = 0; column < 4; column++) { // assertOccurrences(15) assertIncrement(0)
                Commands.sink = new byte[line.length]; // assertOccurrences(12) assertIncrement(12 * 120)
            }
        }
    }

    private static void leftEarly() {
        for (int i = 0; i < 12; i++) { // assertOccurrences(9)
            if (i % 2 == 0) { // assertOccurrences(9)
                continue; // assertOccurrences(4)
            }
            if (i > 7) { // assertOccurrences(5)
                break; // assertOccurrences(1)
            }
            if (i == 7) { // assertOccurrences(4)
                i = 8; // assertOccurrences(1)
            }
            sink = new byte[10]; // assertOccurrences(4) assertIncrement(4 * 32)
        }
        sink = null; // assertOccurrences(1) assertIncrement(0)
    }

    private static void empty() {
        for (int i = 0; i < 0; i++) { // assertOccurrences(1) assertIncrement(0)
            Commands.sink = new byte[1000]; // assertOccurrences(0) assertIncrement(0)
        }
    }
}
