package org.heapline.tests.maxmem;

import static org.heapline.tests.maxmem.Limits.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heapline.client.AttachException;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stop is on the line with every collector and among 16 threads that allocate; how long it took is written down. */
class CollectorsIT {
    private static final List<String> COLLECTORS = List.of("G1", "Parallel", "Serial", "Z");

    static Stream<Arguments> everywhere() {
        return Jdks.found().stream().flatMap(jdk -> COLLECTORS.stream().map(collector -> Arguments.of(jdk, collector)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void amongSixteenBusyThreads(Jdk jdk, String collector) throws AttachException, SessionException, IOException {
        try (TargetProgram target = Limits.start(jdk, "-XX:+Use" + collector + "GC", Limits.JDWP);
                Session session = Limits.attach(target)) {
            List<Long> latencies = new ArrayList<>();
            for (Action action : List.of(Action.JDWP, Action.PARK)) {
                latencies.add(stop(target, session, action));
            }
            target.ask("go Blocks.busy");
            for (Action action : List.of(Action.JDWP, Action.PARK)) {
                latencies.add(stop(target, session, action));
            }
            Path figures = TestFolder.shared("figures").resolve("trip-latency.txt");
            String row = jdk.feature() + " " + collector + " debugger, parked, the same among 16 threads (ms): "
                    + latencies + System.lineSeparator();
            Files.writeString(figures, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** Milliseconds from the end of the line that crossed to the stopped thread in the hands of the client. */
    private static long stop(TargetProgram target, Session session, Action action) throws SessionException {
        session.maxMem().arm(new Limit(10 * MIB, Memory.LINE, action));
        target.ask("go Order.check");
        long end = System.nanoTime() + Limits.BOUND.toNanos();
        while (session.maxMem().paused() == null && System.nanoTime() < end) {
            Thread.onSpinWait(); // Waiting in steps would be most of what is measured.
        }
        long stoppedAt = System.currentTimeMillis();
        PausedThread paused = Limits.awaitPaused(session);
        long crossed =
                session.snapshot().startedAt().toEpochMilli() + paused.trip().t();
        long latency = stoppedAt - crossed;
        assertEquals(Limits.lineOf("Order", "// is looked at"), paused.trip().line());
        assertEquals("checker", paused.trip().thread());
        assertTrue(paused.frames().get(0).method().equals("check"), paused.frames()::toString);
        paused.resume();
        target.awaitAnswer("state checker", "ended");
        return latency;
    }
}
