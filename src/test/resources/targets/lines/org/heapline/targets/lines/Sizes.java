package org.heapline.targets.lines;

import org.heapline.targets.Commands;

/** From a hundred bytes to a hundred million: each is exact, whether it fits into a thread's own buffer or not. */
final class Sizes {
    private Sizes() {}

    static void work() {
        Commands.sink = new byte[100]; // assertOccurrences(1) assertIncrement(bytes(100))
        Commands.sink = new byte[1_000]; // assertOccurrences(1) assertIncrement(bytes(1000))
        Commands.sink = new byte[10_000]; // assertOccurrences(1) assertIncrement(bytes(10000))
        Commands.sink = new byte[100_000]; // assertOccurrences(1) assertIncrement(bytes(100000))
        Commands.sink = new byte[1_000_000]; // assertOccurrences(1) assertIncrement(bytes(1000000))
        Commands.sink = new byte[10_000_000]; // assertOccurrences(1) assertIncrement(bytes(10000000))
        Commands.sink = new byte[100_000_000]; // assertOccurrences(1) assertIncrement(bytes(100000000)) assertSelf(bytes(100000000))
        Commands.sink = new long[12_500_000]; // assertOccurrences(1) assertIncrement(longs(12500000))
        Commands.sink = null; // assertOccurrences(1) assertIncrement(0)
        caller(); // assertIncrement(bytes(1000) + bytes(3000)) assertSelf(0)
    }

    /** A profiled caller of a profiled callee shows what both took here, not all there is. */
    private static void caller() {
        Commands.sink = new byte[1000]; // assertIncrement(bytes(1000)) assertSelf(bytes(1000))
        callee(); // assertIncrement(bytes(3000)) assertSelf(0)
    }

    private static void callee() {
        Commands.sink = new byte[3000]; // assertIncrement(bytes(3000)) assertSelf(bytes(3000))
    }
}
