package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.Running;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A busy program that is profiled and left again and again is in the end what it was in the beginning. */
class CyclesIT {
    private static final int CYCLES = Integer.getInteger("heapline.tests.cycles", 20);

    /** The JVM profiles and compiles what serves an attachment, for which it takes metaspace: more and more slowly. */
    private static final int WARM_UP = Math.max(5, CYCLES / 10);

    private static final Duration BOUND = Duration.ofSeconds(90);

    /** The JVM makes a few accessors for its own management connector; one agent alone is more than a hundred classes. */
    private static final int ACCESSORS = 50;

    /** What a JVM is free to take for itself, however many cycles: one agent's classes alone are more than a megabyte. */
    private static final long SLACK = 3 << 20;

    private static final int DESCRIPTORS = 5;

    private static final Attacher.Options ALL = new Attacher.Options(
            List.of(Service.ALL), Backend.ALLOCATED, false, Duration.ofMillis(50), Running.LEAVE_OUT);

    /** What a target consists of. */
    private record Footprint(int classes, long heap, long metaspace, Set<String> threads, long descriptors) {
        static Footprint of(TargetProgram target) {
            String[] memory = target.ask("memory").split(" ");
            return new Footprint(
                    Integer.parseInt(target.ask("classes")),
                    Long.parseLong(memory[0]),
                    Long.parseLong(memory[1]),
                    ownThreads(target),
                    descriptorsOf(target.pid()));
        }

        boolean isNoMoreThan(Footprint before) {
            return classes <= before.classes + ACCESSORS
                    && heap <= before.heap + SLACK
                    && metaspace <= before.metaspace + SLACK
                    && threads.equals(before.threads)
                    && descriptors <= before.descriptors + DESCRIPTORS;
        }
    }

    @Timeout(7_200)
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void leaveNothingBehind(Jdk jdk, TestReporter reporter) throws AttachException, SessionException {
        try (TargetProgram target = Service.start(jdk)) {
            target.ask("go Endless.begin");
            for (int i = 0; i < WARM_UP; i++) {
                cycle(target);
            }
            long nanosBefore = fastest(target);
            Footprint before = Footprint.of(target);
            for (int i = 0; i < CYCLES; i++) {
                cycle(target);
            }
            Footprint[] after = new Footprint[1];
            long[] nanosAfter = new long[1];
            try {
                Await.until("the target to be as it was: " + before, BOUND, () -> {
                    after[0] = Footprint.of(target);
                    return after[0].isNoMoreThan(before);
                });
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + " but it is " + after[0], e);
            }
            // What was compiled with the probes in it is compiled again without, when the JVM finds the time.
            Await.until("the work to be as fast as before: " + nanosBefore + " ns", BOUND, () -> {
                nanosAfter[0] = fastest(target);
                return nanosAfter[0] < 2 * nanosBefore;
            });
            reporter.publishEntry(jdk + " before", before + ", " + nanosBefore + " ns");
            reporter.publishEntry(jdk + " after " + CYCLES, after[0] + ", " + nanosAfter[0] + " ns");
        }
    }

    private static void cycle(TargetProgram target) throws AttachException, SessionException {
        try (Session session = new LocalAttacher().attach(target.pid(), ALL)) {
            target.awaitProfiled();
            target.ask("go Orders.book");
            session.refresh();
            assertEquals(
                    10 * 1016,
                    session.snapshot().methods().stream()
                            .filter(method -> method.method().equals("book"))
                            .mapToLong(method -> method.selfBytes())
                            .sum());
        }
    }

    /** The CPU time of a piece of work when nothing disturbs it. */
    private static long fastest(TargetProgram target) {
        return Stream.generate(() -> Long.parseLong(target.ask("cpu Hot.run")))
                .limit(40)
                .min(Long::compare)
                .orElseThrow();
    }

    /** Without the threads of the JVM's own management connector, which come and go as they please. */
    private static Set<String> ownThreads(TargetProgram target) {
        Set<String> names = new TreeSet<>(List.of(target.ask("threads").split(" ")));
        names.removeIf(name -> name.startsWith("RMI_") || name.startsWith("JMX_"));
        assertTrue(names.contains("commands"), names::toString);
        return names;
    }

    /** Open files and sockets; 0 where the system does not tell. */
    private static long descriptorsOf(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid), "fd");
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
