package org.heapline.targets.lines;

import org.heapline.targets.Commands;

/** Shapes of bytecode that an inserter has to get right. */
final class Shapes {
    private static final Object LOCK = new Object();
    private int count;

    private Shapes() {}

    static void work() {
        wide(1L, 2.0, (byte) 3, 4L); // assertIncrement(64) assertSelf(0)
        synchronizedBlock();
        new Shapes().synchronizedMethod();
        choose("two");
        choose("five");
        tables(1);
        tables(900);
        arrays();
        conditional(true);
        conditional(false);
        varargs("a", "b");
        labelled();
    }

    private static double wide(long a, double b, byte c, long d) {
        long sum = a + d; // assertOccurrences(1) assertIncrement(0)
        double product = b * sum;
        byte[] made = new byte[(int) (sum + product + c + 30)]; // assertOccurrences(1) assertIncrement(64)
        return product + made.length; // assertOccurrences(1) assertIncrement(0)
    }

    private static void synchronizedBlock() {
        synchronized (LOCK) {
            Commands.sink = new byte[100]; // assertOccurrences(1) assertIncrement(120)
        }
    }

    private synchronized void synchronizedMethod() {
        count++; // assertOccurrences(1) assertIncrement(0)
        Commands.sink = new byte[count]; // assertOccurrences(1) assertIncrement(24)
    }

    private static int choose(String word) {
        switch (word) { // assertOccurrences(2) assertIncrement(0)
            case "one":
                return 1; // assertOccurrences(0)
            case "two":
                Commands.sink = new byte[2]; // assertOccurrences(1) assertIncrement(24)
                return 2; // assertOccurrences(1)
            default:
                return word.length(); // assertOccurrences(1)
        }
    }

    private static void tables(int number) {
        switch (number) {
            case 1:
                Commands.sink = new byte[1]; // assertOccurrences(1) assertIncrement(24)
                // falls through, as such tables do
            case 2:
                Commands.sink = new byte[9]; // assertOccurrences(1) assertIncrement(32)
                break;
            case 900:
                Commands.sink = new byte[17]; // assertOccurrences(1) assertIncrement(40)
                break;
            default:
                Commands.sink = null; // assertOccurrences(0)
        }
    }

    private static void arrays() {
        Commands.sink = new byte[3][100]; // assertOccurrences(1) assertIncrement(32 + 3 * 120)
        Commands.sink = new byte[][] {{1, 2, 3}, {4}}; // assertOccurrences(1) assertIncrement(24 + 24 + 24)
        Commands.sink = new byte[2000].clone(); // assertOccurrences(1) assertIncrement(2 * 2016)
        Commands.sink = new byte[4_000_000]; // assertOccurrences(1) assertIncrement(4000016)
    }

    private static void conditional(boolean large) {
        Commands.sink = large ? new byte[1000] : new byte[10]; // assertOccurrences(2) assertIncrement(1016 + 32)
        if (large) Commands.sink = new byte[30]; // assertOccurrences(2) assertIncrement(48)
    }

    private static int varargs(Object... parts) {
        return parts.length; // assertOccurrences(1) assertIncrement(0)
    }

    private static void labelled() {
        outer:
        for (int i = 0; i < 4; i++) { // assertOccurrences(4) assertIncrement(0)
            for (int j = 0; j < 4; j++) { // assertOccurrences(10) assertIncrement(0)
                if (j == 2) { // assertOccurrences(10)
                    continue outer; // assertOccurrences(3)
                }
                if (i == 3) { // assertOccurrences(7)
                    break outer; // assertOccurrences(1)
                }
                Commands.sink = new byte[1]; // assertOccurrences(6) assertIncrement(6 * 24)
            }
        }
    }
}
