package org.heapline.targets.constructs;

import org.heapline.targets.Commands;

/** Texts that are put together, and other calls whose target is found at run time. */
final class Texts {
    private static final int NUMBER = Integer.parseInt("12345");
    private static final String NAME = new StringBuilder("na").append("me").toString();

    private Texts() {}

    static void work() {
        Commands.sink = NAME + NUMBER; // assertOccurrences(1) assertIncrement(string(9)) assertSelf(string(9))
        Commands.sink = NAME + NUMBER + NAME + '!'; // assertIncrement(string(14))
        Commands.sink = NAME + 'x' + 7L + true; // assertIncrement(string(10))
        String grown = NAME;
        for (int i = 0; i < 3; i++) { // assertOccurrences(4)
            grown += i; // assertOccurrences(3) assertIncrement(string(5) + string(6) + string(7))
        }
        Commands.sink = grown;
        Commands.sink = NAME + made(3); // assertIncrement(count(Texts.ofObject)) assertSelf(count(Texts.ofObject) - object(int) - bytes(3))
        Commands.sink = new Entry(NAME, 4).toString(); // assertIncrement(count(Texts.ofRecord)) assertSelf(object(ref, int))
        Commands.sink = new Entry(NAME, 4).equals(new Entry(NAME, 5)); // assertIncrement(2 * object(ref, int))
        Commands.sink = new StringBuilder(64).append(NAME).append(NUMBER).toString(); // assertIncrement(object(ref, int, byte, boolean) + bytes(64) + string(9))
    }

    private static Thing made(int size) {
        return new Thing(size); // assertOccurrences(1) assertIncrement(object(int)) assertSelf(object(int))
    }

    static void ofObject() {
        Commands.sink = NAME + made(3);
    }

    static void ofRecord() {
        Commands.sink = new Entry(NAME, 4).toString();
    }

    private record Entry(String name, int number) {} // assertOccurrences(toString: 1) assertIncrement(toString: count(Texts.ofRecord) - object(ref, int))

    private static final class Thing {
        private final int size;

        Thing(int size) {
            this.size = size;
        }

        @Override
        public String toString() {
            Commands.sink = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(3))
            return NAME; // assertOccurrences(1) assertIncrement(0)
        }
    }
}
