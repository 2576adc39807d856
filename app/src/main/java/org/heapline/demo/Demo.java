package org.heapline.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs the workloads in turn, five rounds a second, until it is stopped or half an hour has passed.
 *
 * <p>A timer calls for each round, and main returns: a frame that is running keeps the code it was entered with, so a
 * main with a loop in it could not be profiled.
 */
public final class Demo {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final long PAUSE_MILLIS = 150;

    private final Matrix matrix = new Matrix();
    private final LeakyCache leaky = new LeakyCache();
    private final BoundedCache bounded = new BoundedCache(100);
    private final Oscillation oscillation = new Oscillation();
    private final Path csv;
    private final Instant end = Instant.now().plus(LIFE);
    private int rounds;

    private Demo(Path csv) {
        this.csv = csv;
    }

    /**
     * Runs until the time is over.
     *
     * @param args nothing, or the id of a process: the demo ends when that process does
     */
    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            endWith(Long.parseLong(args[0]));
        }
        Path csv = Files.createTempFile("heapline-demo", ".csv");
        csv.toFile().deleteOnExit();
        SampleData.write(csv, 4_000);

        Demo demo = new Demo(csv);
        System.out.println("The demo program is running; it ends by itself at " + demo.end + ".");
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "demo"));
        var unused = timer.scheduleWithFixedDelay(demo::beat, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        if (Instant.now().isAfter(end)) {
            System.out.println("Half an hour is over; the demo program ends.");
            Runtime.getRuntime().exit(0);
        }
        try {
            round(rounds++);
        } catch (IOException e) {
            System.err.println("The demo program ends: " + e);
            Runtime.getRuntime().exit(1);
        }
    }

    /** One round of everything. */
    private void round(int number) throws IOException {
        matrix.squares(200);
        remember(number);
        new CsvWhole().countByCategory(csv);
        new CsvStreaming().countByCategory(csv);
        if (number % 5 == 0) {
            oscillation.run(3);
        }
    }

    /** The same results go into both caches: only one of them ever lets go. */
    private void remember(int number) {
        for (int i = 0; i < 20; i++) {
            String key = "order-" + number + "-" + i;
            leaky.put(key, new long[2_000]);
            bounded.put(key, new long[2_000]);
        }
        leaky.restartIfTooLarge(10_000);
    }

    /** Ends this program when that process does, so that a demo never stays behind. */
    private static void endWith(long parent) {
        Runnable exit = () -> Runtime.getRuntime().exit(0);
        CompletableFuture<Void> unused = ProcessHandle.of(parent)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRun(exit);
    }
}
