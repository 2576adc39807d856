package org.heapline.targets.crowds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;
import org.heapline.targets.Commands;

/** Work that is handed over: whoever does it, it counts on the lines where it stands. */
final class Async {
    private Async() {}

    static void work() {
        executor();
        future();
        exceptionally();
        Commands.sink = new Sum(0, 1 << 10).invoke();
        ForkJoinPool pool = new ForkJoinPool(3);
        Commands.sink = pool.invoke(new Sum(0, 1 << 10));
        pool.shutdown();
        parallelStream();
    }

    private static void executor() {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<byte[]>> futures = new ArrayList<>();
        for (int i = 0; i < 100; i++) { // assertOccurrences(101)
            int size = i & 7;
            futures.add(pool.submit(() -> { // assertOccurrences(100)
                byte[] made = new byte[100 + size]; // assertOccurrences(100) assertIncrement(64 * bytes(104) + 36 * bytes(107))
                Commands.sink = made; // assertOccurrences(100) assertIncrement(0)
                return made; // assertOccurrences(100)
            }));
        }
        for (Future<byte[]> each : futures) { // assertOccurrences(101)
            try {
                Commands.sink = each.get(); // assertOccurrences(100)
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        pool.shutdown();
    }

    private static void future() {
        Commands.sink = CompletableFuture.supplyAsync(() -> new byte[40]) // assertOccurrences(future: 1) assertOccurrences(lambda: 1) assertIncrement(lambda: bytes(40))
                .thenApplyAsync(made -> new byte[made.length * 2]) // assertOccurrences(lambda: 1) assertIncrement(lambda: bytes(80))
                .thenCombine(
                        CompletableFuture.supplyAsync(() -> new byte[20]), // assertOccurrences(lambda: 1) assertIncrement(lambda: bytes(20))
                        (left, right) -> {
                            return new byte[left.length + right.length]; // assertOccurrences(1) assertIncrement(bytes(100))
                        })
                .join();
    }

    private static void exceptionally() {
        Commands.sink = CompletableFuture.supplyAsync(Async::fail)
                .exceptionally(e -> new byte[30]) // assertOccurrences(lambda: 1) assertIncrement(lambda: bytes(30))
                .join();
    }

    private static byte[] fail() {
        Commands.sink = new byte[50]; // assertOccurrences(1) assertIncrement(bytes(50))
        throw Ready.READY; // assertOccurrences(1) assertIncrement(0)
    }

    private static void parallelStream() {
        IntStream.range(0, 10_000).parallel().forEach(i -> {
            Commands.sink = new byte[i & 1]; // assertOccurrences(10000) assertIncrement(5000 * (bytes(0) + bytes(1))) assertSelf(5000 * (bytes(0) + bytes(1)))
        });
    }

    /** A thread that waits for one half may do another one's work meanwhile: its own bytes are still its own. */
    private static final class Sum extends RecursiveTask<Integer> {
        private final int from;
        private final int to;

        Sum(int from, int to) {
            this.from = from; // assertOccurrences(2 * 2047)
            this.to = to; // assertOccurrences(2 * 2047)
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) { // assertOccurrences(2 * 2047)
                Commands.sink = new byte[24]; // assertOccurrences(2 * 1024) assertIncrement(2 * 1024 * bytes(24)) assertSelf(2 * 1024 * bytes(24))
                return 1; // assertOccurrences(2 * 1024) assertIncrement(0)
            }
            int middle = (from + to) >>> 1; // assertOccurrences(2 * 1023) assertIncrement(0)
            Sum left = new Sum(from, middle); // assertOccurrences(2 * 1023) assertSelf(2 * 1023 * count(Async.sum))
            left.fork(); // assertOccurrences(2 * 1023)
            int right = new Sum(middle, to).compute(); // assertOccurrences(2 * 1023)
            return right + left.join(); // assertOccurrences(2 * 1023)
        }
    }

    static void sum() {
        Commands.sink = new Sum(0, 1);
    }

    private static final class Ready {
        static final IllegalStateException READY = new IllegalStateException();
    }
}
