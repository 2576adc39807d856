package org.heapline.targets.lines;

import java.util.function.IntFunction;
import org.heapline.targets.Commands;

/** What a lambda does counts on the lines where its code stands. */
final class Lambdas {
    private Lambdas() {}

    static void work() {
        plain();
        capturing(100);
        anonymous();
    }

    private static void plain() {
        repeat(
                4,
                size -> {
                    Commands.sink = new byte[size]; // assertOccurrences(4) assertIncrement(16 + 3 * 24)
                    return new byte[100]; // assertOccurrences(4) assertIncrement(4 * 120)
                });
    }

    private static void capturing(int offset) {
        repeat(
                3,
                size -> {
                    int whole = size + offset; // assertOccurrences(3) assertIncrement(0)
                    return new byte[whole]; // assertOccurrences(3) assertIncrement(3 * 120)
                });
    }

    private static void anonymous() {
        IntFunction<byte[]> maker = new IntFunction<byte[]>() {
            @Override
            public byte[] apply(int size) {
                return new byte[64]; // assertOccurrences(5) assertIncrement(5 * 80)
            }
        };
        repeat(5, maker); // assertOccurrences(1) assertIncrement(5 * 80) assertSelf(0)
    }

    private static void repeat(int times, IntFunction<byte[]> maker) {
        for (int i = 0; i < times; i++) { // assertOccurrences(5 + 4 + 6) assertIncrement(0)
            Commands.sink = maker.apply(i); // assertOccurrences(12) assertSelf(0)
        }
    }
}
