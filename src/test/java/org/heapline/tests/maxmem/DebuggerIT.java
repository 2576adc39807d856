package org.heapline.tests.maxmem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.Trip;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MAXMEM in a program that was started with a debugger agent. */
class DebuggerIT {
    private static final String JDWP = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int LINE = Service.lineOf("Growth", "// takes");

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theThreadStopsOnItsLineStepsAndGoesOn(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Service.start(jdk, JDWP);
                Session session = attach(target)) {
            assertTrue(session.process().jdwp());
            PausedThread paused = trip(target, session);

            assertTrue(paused.inDebugger());
            Trip trip = paused.trip();
            assertEquals("org.heapline.targets.service.Growth", trip.className());
            assertEquals("takeSome", trip.method());
            assertEquals(LINE, trip.line());
            assertEquals("grower", trip.thread());
            assertEquals("takeSome", paused.frames().get(0).method());
            assertEquals("grow", paused.frames().get(1).method());
            Map<String, String> locals = values(paused.locals(0));
            assertTrue(locals.get("label").contains("orders"), locals::toString);
            assertEquals("100", locals.get("times"));
            String total = locals.get("total");
            assertNotNull(total, locals::toString);

            paused.step(PausedThread.Step.OVER);
            int first = paused.frames().get(0).line();
            assertEquals(Service.lineOf("Growth", "// after"), first, "the next line");
            paused.step(PausedThread.Step.OVER);
            assertEquals(
                    Service.lineOf("Growth", "// keeps"), paused.frames().get(0).line());
            assertEquals(
                    Long.toString(Long.parseLong(total) + (1 << 20)),
                    values(paused.locals(0)).get("total"),
                    "the line in between has run");

            paused.resume();
            target.awaitAnswer("state grower", "ended");
            Await.until("nobody to be paused", BOUND, () -> session.maxMem().paused() == null);
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theRestOfTheProgramGoesOnMeanwhile(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Service.start(jdk, JDWP);
                Session session = attach(target)) {
            PausedThread paused = trip(target, session);
            assertEquals("done", target.ask("go Orders.book"));
            session.refresh();
            assertEquals(Session.State.ATTACHED, session.state());
            paused.resume();
            target.awaitAnswer("state grower", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void anotherDebuggerCanTakeOver(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Service.start(jdk, JDWP);
                Session session = attach(target)) {
            PausedThread paused = trip(target, session);
            String command = paused.handOver();
            assertTrue(command.startsWith("jdb -attach "), command);
            try (Jdb jdb = Jdb.attach(jdk, command)) {
                String stack = jdb.stackOf("grower", "takeSome");
                assertTrue(stack.contains("Growth.takeSome"), stack);
            }
            assertFalse(target.ask("state grower").equals("ended"), "it waits until it is released");
            paused.resume();
            target.awaitAnswer("state grower", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void detachingReleasesTheStoppedThread(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Service.start(jdk, JDWP)) {
            try (Session session = attach(target)) {
                assertTrue(trip(target, session).inDebugger());
            }
            target.awaitAnswer("state grower", "ended");
            target.awaitUnprofiled();
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theCommandLineStopsThereStepsAndResumes(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, JDWP);
                HeaplineCli cli =
                        HeaplineCli.attach(target, "--lines", Service.ALL, "--max-mem", "64MiB", "--format", "json")) {
            target.ask("go Growth.start");
            cli.awaitMessage("exceeded the maximum of 64.00 MiB");
            cli.awaitMessage("Growth.java:" + LINE);
            cli.awaitMessage("label = ");
            cli.type("step");
            String now = cli.awaitMessage("now at");
            assertTrue(now.contains("Growth.java:" + Service.lineOf("Growth", "// after")), now);
            cli.type("cont");
            target.awaitAnswer("state grower", "ended");
            assertEquals(0, cli.interruptAndFinish().exit());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void withoutADebuggerAgentItIsRefusedWithTheWayOut(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk)) {
            HeaplineCli.Result result = HeaplineCli.run(
                    "attach",
                    Long.toString(target.pid()),
                    "--lines",
                    Service.ALL,
                    "--max-mem",
                    "64MiB",
                    "--on-max-mem",
                    "jdwp");
            assertEquals(3, result.exit(), result::toString);
            assertEquals(
                    1,
                    result.err().lines().filter(line -> line.contains("jdwp")).count(),
                    result::toString);
            assertTrue(result.err().contains("park"), result::toString);
            target.awaitUnprofiled();
        }
    }

    private static PausedThread trip(TargetProgram target, Session session) throws SessionException {
        session.maxMem().arm(new MaxMem.Limit(64L << 20, MaxMem.Memory.HEAP, MaxMem.Action.AUTO));
        target.ask("go Growth.start");
        Await.until("the grower to be stopped", BOUND, () -> session.maxMem().paused() != null);
        PausedThread paused = session.maxMem().paused();
        assertNotNull(paused);
        return paused;
    }

    private static Session attach(TargetProgram target) throws AttachException {
        Session session = new LocalAttacher()
                .attach(
                        target.pid(),
                        new Attacher.Options(List.of(Service.ALL), Backend.ALLOCATED, false, Duration.ofMillis(100)));
        target.awaitProfiled();
        return session;
    }

    private static Map<String, String> values(List<Trip.Local> locals) {
        return locals.stream().collect(Collectors.toMap(Trip.Local::name, Trip.Local::value));
    }
}
