package org.heapline.targets.constructs;

import org.heapline.targets.Commands;

/** What is known never to allocate: the line that allocates behind each shows that nothing was left of it. */
final class Quiet {
    private static final int ROUNDS = 20_000;

    private static final String LATIN = "never an allocation";
    private static final String WIDE = "никогда не выделяет, 決して";

    private static long sum;

    private Quiet() {}

    static void work() {
        for (int i = 0; i < ROUNDS; i++) { // assertOccurrences(20001) assertIncrement(0)
            texts(i % 3 == 0 ? LATIN : WIDE, i % 7 == 0 ? "g a" : "не"); // assertOccurrences(20000) assertIncrement(20000 * (bytes(1) + bytes(2))) assertSelf(0)
        }
        for (int i = 0; i < ROUNDS; i++) { // assertOccurrences(20001) assertIncrement(0)
            boxes(i % 2 == 0, (byte) i, (char) i, (short) i, i, (long) i, (float) i, (double) i); // assertOccurrences(20000)
            fields(i, i * 31L); // assertOccurrences(20000) assertIncrement(20000 * (object(int, long) + bytes(4))) assertSelf(0)
        }
        Commands.sink = sum; // assertOccurrences(1)
    }

    private static void texts(String text, String part) {
        sum += text.indexOf(part) + text.indexOf('g') + text.lastIndexOf(part) + text.lastIndexOf('в', 12); // assertOccurrences(20000) assertIncrement(0)
        Commands.sink = new byte[1]; // assertOccurrences(20000) assertIncrement(20000 * bytes(1))
        sum += (text.startsWith(part) ? 1 : 0) + (text.startsWith("a", 6) ? 2 : 0) + (text.endsWith(part) ? 4 : 0); // assertOccurrences(20000) assertIncrement(0)
        Commands.sink = new byte[2]; // assertOccurrences(20000) assertIncrement(20000 * bytes(2))
    }

    private static void boxes(Boolean z, Byte b, Character c, Short s, Integer i, Long j, Float f, Double d) {
        sum += (z ? 1 : 0) + b + c + s + i + j + f.intValue() + d.longValue(); // assertOccurrences(20000) assertIncrement(0)
        Commands.sink = new byte[3]; // assertOccurrences(20000) assertIncrement(20000 * bytes(3))
    }

    private static void fields(int x, long y) {
        Commands.sink = new Pair(x, y); // assertOccurrences(20000) assertIncrement(20000 * object(int, long)) assertSelf(20000 * object(int, long))
        Commands.sink = new byte[4]; // assertOccurrences(20000) assertIncrement(20000 * bytes(4))
    }

    /**
     * Its constructor can neither allocate nor throw. The class has no text: the JVM makes those that were not used yet on
     * the thread that has a method of the class compiled, and that would be in the midst of the line that is counted.
     */
    private static final class Pair {
        private final int x;
        private final long y;

        Pair(int x, long y) { // assertOccurrences(20000) assertIncrement(0)
            this.x = Math.max(x, 1); // assertOccurrences(20000) assertIncrement(0)
            this.y = y; // assertOccurrences(20000) assertIncrement(0)
        }
    }
}
