package org.heapline.targets.constructs;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heapline.targets.Commands;

/** Lambdas, method references and streams: what a lambda does counts where it stands, whoever calls it. */
final class Functions {
    private static final List<Integer> SIZES = Arrays.asList(10, 20, 30, 40);

    private Functions() {}

    static void work() {
        captures(7);
        references();
        returnsLambda(5).get().get(); // assertIncrement(object(int) + object(int) + bytes(5)) assertSelf(0)
        sequential(); // assertIncrement(count(Functions.sequential)) assertSelf(0)
        collected(); // assertIncrement(count(Functions.collected)) assertSelf(0)
        lazy(); // assertSelf(0)
        onOneLine();
        recursive(3);
    }

    private static void captures(int size) {
        Supplier<byte[]> supplier = () -> new byte[size]; // assertIncrement(captures: object(int)) assertOccurrences(captures: 1) assertOccurrences(lambda: 2) assertIncrement(lambda: 2 * bytes(7)) assertSelf(object(int) + 2 * bytes(7))
        Commands.sink = supplier.get(); // assertOccurrences(1) assertIncrement(bytes(7)) assertSelf(0)
        Commands.sink = supplier.get(); // assertOccurrences(1) assertIncrement(bytes(7)) assertSelf(0)
    }

    private static void references() {
        IntFunction<byte[]> array = byte[]::new; // assertIncrement(references: 0) assertIncrement(lambda: bytes(12))
        Commands.sink = array.apply(12); // assertIncrement(bytes(12)) assertSelf(0)
        IntFunction<Item> maker = Item::new; // assertIncrement(0)
        Item item = maker.apply(3); // assertIncrement(object(ref) + bytes(3)) assertSelf(object(ref))
        Function<Item, byte[]> copy = Item::copy; // assertIncrement(0)
        Commands.sink = copy.apply(item); // assertIncrement(bytes(3)) assertSelf(0)
        Supplier<byte[]> bound = item::copy; // assertIncrement(object(ref)) assertSelf(object(ref))
        Commands.sink = bound.get(); // assertIncrement(bytes(3)) assertSelf(0)
        IntFunction<byte[]> fixed = Functions::make; // assertIncrement(0)
        Commands.sink = fixed.apply(6); // assertIncrement(bytes(6)) assertSelf(0)
    }

    private static byte[] make(int size) {
        return new byte[size]; // assertOccurrences(1) assertIncrement(bytes(6))
    }

    private static Supplier<Supplier<byte[]>> returnsLambda(int size) {
        return () -> { // assertOccurrences(1) assertIncrement(object(int))
            return () -> { // assertOccurrences(1) assertIncrement(object(int))
                return new byte[size]; // assertOccurrences(1) assertIncrement(bytes(5))
            };
        };
    }

    static void sequential() {
        Commands.sink = SIZES.stream() // assertOccurrences(1)
                .filter(size -> size != 20) // assertOccurrences(sequential: 1) assertOccurrences(lambda: 4) assertIncrement(lambda: 0)
                .map(size -> new byte[size]) // assertOccurrences(sequential: 1) assertOccurrences(lambda: 3) assertIncrement(lambda: bytes(10) + bytes(30) + bytes(40))
                .mapToInt(made -> {
                    Commands.sink = new byte[made.length * 2]; // assertOccurrences(3) assertIncrement(bytes(20) + bytes(60) + bytes(80))
                    return made.length; // assertOccurrences(3) assertIncrement(0)
                })
                .sum() > 79 // assertSelf(count(Functions.sequential) - bytes(10) - bytes(20) - bytes(30) - bytes(40) - bytes(60) - bytes(80) - count(Functions.pipeline))
                        ? SIZES
                        : null;
    }

    /** What it takes to build the same pipeline and not to run it. */
    static void pipeline() {
        Commands.sink = SIZES.stream()
                .filter(size -> size != 20)
                .map(size -> new byte[size])
                .mapToInt(made -> made.length);
    }

    static void collected() {
        Commands.sink = Stream.of(1, 2, 3).collect(Collectors.groupingBy(n -> n & 1, Collectors.counting())); // assertOccurrences(collected: 1) assertOccurrences(lambda: 3)
    }

    /** Made when it is asked for, on the line that asks. */
    private static void lazy() {
        Stream<byte[]> made = Stream.iterate(1, n -> n * 2).map(n -> new byte[n + 60]); // assertOccurrences(lazy: 1)
        made.limit(3).forEach(each -> Commands.sink = each); // assertOccurrences(lambda: 3) assertIncrement(lambda: 0)
    }

    private static void onOneLine() {
        IntStream.range(0, 5).forEach(i -> Commands.sink = new byte[i]); // assertOccurrences(onOneLine: 1) assertOccurrences(lambda: 5) assertIncrement(lambda: bytes(0) + bytes(1) + bytes(2) + bytes(3) + bytes(4))
    }

    /** A lambda that calls the method it stands in. */
    private static void recursive(int depth) {
        Runnable deeper = () -> recursive(depth - 1); // assertOccurrences(recursive: 4) assertIncrement(recursive: 4 * object(int)) assertOccurrences(lambda: 3) assertIncrement(lambda: (3 + 2 + 1) * object(int) + (2 + 1) * bytes(9))
        if (depth > 0) { // assertOccurrences(4)
            Commands.sink = new byte[9]; // assertOccurrences(3) assertIncrement(3 * bytes(9))
            deeper.run(); // assertOccurrences(3) assertSelf(0)
        }
    }

    private static final class Item {
        private final byte[] data;

        Item(int size) {
            data = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(3))
        }

        byte[] copy() {
            return data.clone(); // assertOccurrences(2) assertIncrement(2 * bytes(3))
        }
    }
}
