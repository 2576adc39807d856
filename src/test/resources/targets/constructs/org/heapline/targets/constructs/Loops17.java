package org.heapline.targets.constructs;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.heapline.targets.Commands;

/** Loops over things that are made while they are looped over, loops on one line, and loops that are left from inside. */
final class Loops17 {
    private Loops17() {}

    static void work() {
        overIterator();
        overGenerator();
        onOneLine();
        severalCounters();
        forEver();
        inFinally();
        threeDeep();
        doOnOneLine();
        headerAllocates();
    }

    private static void overIterator() {
        for (byte[] each : new Countdown(12)) { // assertOccurrences(13) assertIncrement(object(int) + object(int) + 12 * bytes(64)) assertSelf(object(int))
            Commands.sink = new int[each.length / 64]; // assertOccurrences(12) assertIncrement(12 * ints(1))
        }
    }

    private static void overGenerator() {
        Squares squares = new Squares();
        while (squares.advance()) { // assertOccurrences(6) assertIncrement(bytes(1) + bytes(4) + bytes(9) + bytes(16) + bytes(25)) assertSelf(0)
            Commands.sink = squares.current; // assertOccurrences(5) assertIncrement(0)
        }
    }

    private static void onOneLine() {
        for (int i = 0; i < 12; i++) Commands.sink = new byte[8]; // assertOccurrences(13) assertIncrement(12 * bytes(8))
        int left = 3;
        while (left > 0) Commands.sink = new byte[left--]; // assertOccurrences(4) assertIncrement(bytes(3) + bytes(2) + bytes(1))
    }

    private static void severalCounters() {
        for (int i = 0, j = 10; i < j; i++, j--) { // assertOccurrences(6) assertIncrement(0)
            Commands.sink = new byte[j]; // assertOccurrences(5) assertIncrement(bytes(10) + bytes(9) + bytes(8) + bytes(7) + bytes(6))
        }
    }

    private static void forEver() {
        int round = 0;
        for (; ; ) {
            Commands.sink = new byte[round]; // assertOccurrences(4) assertIncrement(bytes(0) + bytes(1) + bytes(2) + bytes(3))
            if (++round == 4) { // assertOccurrences(4)
                break; // assertOccurrences(1)
            }
        }
    }

    private static void inFinally() {
        for (int i = 0; i < 3; i++) { // assertOccurrences(4) assertIncrement(0)
            try {
                if (i == 1) { // assertOccurrences(3)
                    continue; // assertOccurrences(1)
                }
                Commands.sink = new byte[100]; // assertOccurrences(2) assertIncrement(2 * bytes(100))
            } finally {
                Commands.sink = new byte[i]; // assertOccurrences(3) assertIncrement(bytes(0) + bytes(1) + bytes(2))
            }
        }
    }

    private static int threeDeep() {
        int sum = 0;
        search:
        for (int i = 1; i < 5; i++) { // assertOccurrences(2) assertIncrement(0)
            middle:
            for (int j = 1; j < 5; j++) { // assertOccurrences(5 + 3) assertIncrement(0)
                for (int k = 1; k < 5; k++) { // assertOccurrences(6 * 2 + 1) assertIncrement(0)
                    sum += i * j * k; // assertOccurrences(13) assertIncrement(0)
                    Commands.sink = new byte[16]; // assertOccurrences(13) assertIncrement(13 * bytes(16))
                    if (k == 2) { // assertOccurrences(13)
                        continue middle; // assertOccurrences(6)
                    }
                    if (i * j == 6) { // assertOccurrences(7)
                        break search; // assertOccurrences(1)
                    }
                }
            }
        }
        return sum;
    }

    private static void doOnOneLine() {
        int left = 4;
        do Commands.sink = new byte[40]; while (--left > 0); // assertOccurrences(4) assertIncrement(4 * bytes(40))
    }

    private static void headerAllocates() {
        for (byte[] made = new byte[10]; made.length < 13; made = new byte[made.length + 1]) { // assertOccurrences(4) assertIncrement(bytes(10) + bytes(11) + bytes(12) + bytes(13))
            Commands.sink = made; // assertOccurrences(3) assertIncrement(0)
        }
    }

    /** Written by hand, as iterators used to be. */
    private static final class Countdown implements Iterable<byte[]> {
        private final int from;

        Countdown(int from) {
            this.from = from;
        }

        @Override
        public Iterator<byte[]> iterator() {
            return new Steps(from); // assertOccurrences(1) assertIncrement(object(int)) assertSelf(object(int))
        }
    }

    private static final class Steps implements Iterator<byte[]> {
        private int left;

        Steps(int from) {
            left = from;
        }

        @Override
        public boolean hasNext() {
            return left > 0; // assertOccurrences(13) assertIncrement(0)
        }

        @Override
        public byte[] next() {
            if (left-- == 0) { // assertOccurrences(12)
                throw new NoSuchElementException();
            }
            return new byte[64]; // assertOccurrences(12) assertIncrement(12 * bytes(64)) assertSelf(12 * bytes(64))
        }
    }

    /** Its state stands in fields between two calls. */
    private static final class Squares {
        private int next = 1;
        private byte[] current;

        boolean advance() {
            if (next > 5) { // assertOccurrences(6)
                return false; // assertOccurrences(1)
            }
            current = new byte[next * next]; // assertOccurrences(5) assertIncrement(bytes(1) + bytes(4) + bytes(9) + bytes(16) + bytes(25))
            next++;
            return true; // assertOccurrences(5)
        }
    }
}
