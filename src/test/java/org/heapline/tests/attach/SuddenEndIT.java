package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.LineStats;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Either side may be killed at any moment. */
class SuddenEndIT {
    private static final Duration BOUND = Duration.ofSeconds(60);

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void whenTheClientIsKilledTheAgentLeavesAndAParkedThreadGoesOn(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", Service.ALL, "--max-mem", "64MiB", "--on-max-mem", "park")) {
            target.ask("go Growth.start");
            cli.awaitMessage("exceeded the maximum");
            Await.until("the thread to be parked", BOUND, () -> target.ask("state grower")
                    .endsWith("WAITING"));

            cli.kill();

            target.awaitUnprofiled();
            target.awaitAnswer("state grower", "ended");
            assertTrue(target.out().text().contains("took " + (100 << 20) + " for orders"), "it came to its end");
            assertEquals("done", target.ask("go Orders.book"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void whenTheTargetIsKilledWhatWasMeasuredIsReportedAsIncomplete(Jdk jdk) {
        Path file = TestFolder.fresh("killed").resolve("report.json");
        try (TargetProgram target = Service.start(jdk);
                // The first line that takes a mebibyte waits until the client has asked for the figures.
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        Service.ALL,
                        "--max-mem",
                        "line=1MiB",
                        "--on-max-mem",
                        "run:true",
                        "-o",
                        file.toString())) {
            target.ask("go Garbage.make");
            target.kill();
            HeaplineCli.Result result = cli.finish();

            assertEquals(0, result.exit(), result::toString);
            assertTrue(result.err().contains(Long.toString(target.pid())), result::toString);
            assertFalse(result.err().contains("\tat "), "no stack trace at a user");
            Report report = Report.read(file);
            Report.Line garbage = Service.line(report, "Garbage", "// garbage");
            assertTrue(garbage.occurrences() > 0, "polled before the end");
            assertEquals(garbage.occurrences() * ((1 << 20) + 16), garbage.increment());
            assertFalse(report.root().path("complete").asBoolean(true), "marked as incomplete");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aTargetThatHangsIsWaitedForAndItsFiguresGoOn(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Service.start(jdk);
                Session session = new LocalAttacher()
                        .attach(
                                target.pid(),
                                new Attacher.Options(
                                        List.of(Service.ALL), Backend.ALLOCATED, false, Duration.ofMillis(100)))) {
            target.awaitProfiled();
            target.ask("go Orders.book");
            session.refresh();
            target.hang();
            Await.until("the session to say so", BOUND, () -> session.state() == Session.State.SILENT);
            assertEquals(10, booked(session), "what was measured is kept");

            target.goOn();
            Await.until("the session to be back", BOUND, () -> session.state() == Session.State.ATTACHED);
            target.ask("go Orders.book");
            session.refresh();
            assertTrue(booked(session) >= 10, "figures come again");
        }
    }

    private static long booked(Session session) {
        int line = Service.lineOf("Orders", "// an order");
        return session.snapshot().methods().stream()
                .filter(method -> method.method().equals("book"))
                .flatMap(method -> method.lines().stream())
                .filter(stats -> stats.line() == line)
                .mapToLong(LineStats::occurrences)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void ctrlCDetachesAndStillPrintsTheReport(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", Service.ALL, "--format", "json")) {
            target.ask("go Orders.book");
            HeaplineCli.Result result = cli.interruptAndFinish();

            assertEquals(0, result.exit(), result::toString);
            Report report = Report.parse(result.out());
            assertEquals(
                    10 * 1016, Service.line(report, "Orders", "// an order").increment());
            assertTrue(report.root().path("complete").asBoolean(false));
            target.awaitUnprofiled();
        }
    }
}
