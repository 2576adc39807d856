package org.heapline.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimelineSample;
import org.heapline.views.fake.FakeAttacher;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Shapes;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.shell.DesktopSettings;
import org.heapline.views.shell.DesktopSetup;
import org.heapline.views.shell.MainWindow;
import org.heapline.views.shell.WindowTab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What the window costs: 10,000 hot lines that all move ten times a second, a source of 5,000 lines that is scrolled, an
 * hour of timeline. Not a test of the build: {@code -Dtest=WindowBench} runs it, the figures go to {@code
 * target/window-bench.txt}.
 */
class WindowBench {
    private static final int METHODS = 500;
    private static final int LINES = 20;
    private static final int SOURCE_LINES = 5_000;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int CYCLES = Integer.getInteger("bench.cycles", 200);
    private static final int WARM_UP = Integer.getInteger("bench.warmUp", 10);
    private static final int HOT = 8;

    /** Samples of the timeline before it grows. */
    private static final int HOUR = 36_000;

    private static final String FEEDER = "target";

    @TempDir
    Path folder;

    private final List<Long> frameNanos = new ArrayList<>();
    private final List<Long> cpuNanos = new ArrayList<>();

    @Test
    void tenThousandLinesTenTimesASecond() throws Exception {
        FxToolkit.registerPrimaryStage();
        FakeSession session = new FakeSession();
        List<TimelineSample> hour = Shapes.leak(Duration.ofHours(1).plusMinutes(10));
        session.measure(snapshot(1, hour));
        MainWindow window = onFx(() -> {
            MainWindow made = new MainWindow(DesktopSetup.plain(FakeAttacher.ordinary(), DesktopSettings.in(folder)));
            made.show(new Stage());
            made.model().show(session);
            ((WindowTab.OfSession) made.model().tabs().get(0))
                    .session()
                    .selectedLineProperty()
                    .set(new SelectedLine("com.acme.C0", "m0", "com/acme/C0.java", "", 10));
            return made;
        });
        ScheduledExecutorService ten =
                Executors.newSingleThreadScheduledExecutor(feeding -> new Thread(feeding, FEEDER));
        int[] round = {1};
        ten.scheduleAtFixedRate(() -> session.measure(snapshot(++round[0], hour)), 100, 100, TimeUnit.MILLISECONDS);
        measure(window, WARM_UP, true);
        frameNanos.clear();
        cpuNanos.clear();
        Processor before = Processor.now();
        measure(window, SECONDS, true);
        Processor scrolled = Processor.now();
        int frames = frameNanos.size();
        measure(window, WARM_UP, false);
        Processor resting = Processor.now();
        measure(window, SECONDS, false);
        Processor rested = Processor.now();
        // Nobody asks for frames while a window rests, unless a text field has the focus, whose caret blinks.
        onFx(() -> {
            window.scene().lookup("#hot-lines").requestFocus();
            return true;
        });
        Processor still = Processor.now();
        CountDownLatch never = new CountDownLatch(1);
        assertFalse(never.await(SECONDS, TimeUnit.SECONDS));
        Processor unasked = Processor.now();
        double seconds = (scrolled.wall() - before.wall()) / 1e9;
        frameNanos.subList(frames, frameNanos.size()).clear();
        cpuNanos.subList(frames, cpuNanos.size()).clear();
        ten.shutdown();
        // What was measured was there to be seen, and the last figures were not far behind.
        onFx(() -> {
            ListView<?> lines = (ListView<?>) window.scene().lookup("#source-lines");
            assertEquals(SOURCE_LINES, lines.getItems().size());
            assertTrue(
                    ((WindowTab.OfSession) window.model().tabs().get(0))
                                    .session()
                                    .snapshot()
                                    .duration()
                                    .toMillis()
                            > Duration.ofHours(1).plusSeconds(SECONDS).toMillis(),
                    "the figures stood still");
            ImageIO.write(
                    SwingFXUtils.fromFXImage(window.scene().snapshot(null), null),
                    "png",
                    new File("target/window-bench.png"));
            return true;
        });
        assertTrue(ten.awaitTermination(10, TimeUnit.SECONDS));
        long heapBefore = usedHeap();
        for (int i = 0; i < CYCLES; i++) {
            onFx(() -> {
                window.model().show(new FakeSession());
                window.model().close(window.model().tabs().get(1));
                return true;
            });
        }
        WaitForAsyncUtils.waitForFxEvents();
        long growth = usedHeap() - heapBefore;
        String figures = String.format(
                Locale.ROOT,
                "%d frames in %.1f s (%.1f a second); JavaFX thread CPU a frame: median %.1f ms, p95 %.1f ms;%n"
                        + "between frames p95 %.1f ms; live heap %d MiB; RSS %s;%nscrolling: %s;%nat rest: %s;%n"
                        + "at rest, no frames asked for: %s;%n"
                        + "%d tabs opened and closed: %+d KiB%n",
                frameNanos.size(),
                seconds,
                frameNanos.size() / seconds,
                percentile(cpuNanos, 50) / 1e6,
                percentile(cpuNanos, 95) / 1e6,
                percentile(frameNanos, 95) / 1e6,
                heapBefore >> 20,
                residentSet(),
                scrolled.since(before, FEEDER),
                rested.since(resting, FEEDER),
                unasked.since(still, FEEDER),
                CYCLES,
                growth >> 10);
        Files.writeString(Path.of("target", "window-bench.txt"), figures);
        onFx(() -> {
            window.close();
            return true;
        });
        assertTrue(frameNanos.size() > SECONDS, figures);
    }

    private void measure(MainWindow window, int seconds, boolean scrolling) throws Exception {
        FutureTask<Boolean> over = new FutureTask<>(() -> true);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var threads = ManagementFactory.getThreadMXBean();
        Platform.runLater(() -> new AnimationTimer() {
            private long last = System.nanoTime();
            private long lastCpu = threads.getCurrentThreadCpuTime();
            private final ListView<?> lines = (ListView<?>) window.scene().lookup("#source-lines");
            private int line;

            @Override
            public void handle(long unused) {
                long now = System.nanoTime();
                long cpu = threads.getCurrentThreadCpuTime();
                frameNanos.add(now - last);
                cpuNanos.add(cpu - lastCpu);
                last = now;
                lastCpu = cpu;
                // Scrolled text has hot lines in sight now and then, text at rest has nothing but hot lines.
                if (scrolling || line != HOT) {
                    line = scrolling ? (line + 3) % (SOURCE_LINES - 60) : HOT;
                    lines.scrollTo(line);
                }
                if (now > end) {
                    stop();
                    over.run();
                }
            }
        }.start());
        over.get(seconds * 10L, TimeUnit.SECONDS);
    }

    private static double percentile(List<Long> values, int percent) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String residentSet() throws Exception {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MiB")
                        .collect(Collectors.joining());
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Snapshot snapshot(int round, List<TimelineSample> timeline) {
        List<MethodStats> methods = new ArrayList<>();
        for (int m = 0; m < METHODS; m++) {
            List<LineStats> lines = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                long bytes = (m * 31L + i * 7L + 1) * 1_000 * round;
                lines.add(new LineStats(m % 10 * 400 + i + 10, round, bytes, bytes, bytes));
            }
            methods.add(
                    new MethodStats("com.acme.C" + m / 10, "m" + m, "()V", "com/acme/C" + m / 10 + ".java", "", lines));
        }
        Snapshot shape = FakeSession.snapshot(Duration.ofHours(1).plusMillis(100L * round), methods);
        return new Snapshot(
                shape.target(),
                shape.backend(),
                shape.startedAt(),
                shape.duration(),
                true,
                methods,
                timeline.subList(0, Math.min(timeline.size(), HOUR + round)),
                null,
                List.of(),
                Map.of("com/acme/C0.java", SOURCE));
    }

    private static final String SOURCE = IntStream.rangeClosed(1, SOURCE_LINES)
            .mapToObj(i -> "        String text" + i + " = \"line \" + " + i + "; // a line like many others")
            .collect(Collectors.joining("\n"));

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }
}
