package org.heapline.tests.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.heapline.client.Attacher;
import org.heapline.client.Running;
import org.heapline.profile.Backend;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.shell.WindowTab;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A window in which one program after the other is profiled and left keeps nothing of them. */
@ExtendWith(ApplicationExtension.class)
class WindowCyclesIT {
    private static final int CYCLES = Integer.getInteger("heapline.tests.windowCycles", 10);
    private static final int WARM_UP = 4;
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** What JavaFX and the JVM are free to keep, however many cycles. */
    private static final long SLACK = 16 << 20;

    private static final int DESCRIPTORS = 10;

    /** Threads that end by and by, of pools and of connections. */
    private static final int THREADS = 10;

    private static final Attacher.Options ALL = new Attacher.Options(
            List.of(Service.ALL), Backend.ALLOCATED, false, Duration.ofMillis(100), Running.LEAVE_OUT);

    @TempDir
    static Path folder;

    private OpenWindow window;
    private Screen screen;
    private Stage own;

    /** Not on the stage that is given: its last thousand events are kept for the test, and with them what they were about. */
    @Start
    void start(Stage stage) {
        own = new Stage();
        window = OpenWindow.on(own, folder);
        screen = window.screen();
    }

    @Stop
    void stop() {
        window.close();
        own.close();
    }

    /** What this process holds: bytes of live heap, open files, live threads, loaded classes. */
    private record Footprint(long heap, long descriptors, int threads, int classes) {
        static Footprint now() {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return new Footprint(
                    heap,
                    openFiles(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }

        boolean isNoMoreThan(Footprint before) {
            return heap <= before.heap + SLACK
                    && descriptors <= before.descriptors + DESCRIPTORS
                    && threads <= before.threads + THREADS;
        }
    }

    @Timeout(3_600)
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void attachingAndDetachingLeavesNothingInTheDesktop(Jdk jdk, TestReporter reporter) {
        try (TargetProgram target = Service.start(jdk)) {
            List<WeakReference<SessionViewModel>> sessions = new ArrayList<>();
            for (int i = 0; i < WARM_UP; i++) {
                sessions.add(cycle(target));
            }
            Footprint before = Footprint.now();
            for (int i = 0; i < CYCLES; i++) {
                sessions.add(cycle(target));
            }
            Footprint[] after = {before};
            try {
                Await.until("the window to hold no more than before: " + before, BOUND, () -> {
                    after[0] = Footprint.now();
                    return after[0].isNoMoreThan(before);
                });
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + " but it holds " + after[0], e);
            }
            reporter.publishEntry(jdk + " before", before.toString());
            reporter.publishEntry(jdk + " after " + CYCLES, after[0].toString());
            Await.until("all closed sessions to be collected", BOUND, () -> {
                System.gc();
                WaitForAsyncUtils.waitForFxEvents();
                return kept(sessions) == 0;
            });
        }
    }

    private static long kept(List<WeakReference<SessionViewModel>> sessions) {
        return sessions.stream().filter(session -> session.get() != null).count();
    }

    private WeakReference<SessionViewModel> cycle(TargetProgram target) {
        WaitForAsyncUtils.waitForAsyncFx(
                BOUND.toMillis(), () -> window.main().model().attach(target.pid(), ALL));
        screen.until("a tab with hot lines", () -> screen.isShowing("#hot-lines-view"));
        target.awaitProfiled();
        target.ask("go Orders.book");
        SessionViewModel session = window.front();
        screen.until("the first figures", () -> session.snapshot().methods().stream()
                .anyMatch(method -> method.method().equals("book") && method.selfBytes() > 0));
        WaitForAsyncUtils.waitForAsyncFx(BOUND.toMillis(), () -> {
            var model = window.main().model();
            WindowTab tab = model.tabs().get(0);
            model.close(tab);
        });
        target.awaitUnprofiled();
        screen.until("the tab to be gone", () -> !screen.isShowing("#hot-lines-view"));
        return new WeakReference<>(session);
    }

    /** Open files and sockets; 0 where the system does not tell. */
    private static long openFiles() {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(folder)) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
