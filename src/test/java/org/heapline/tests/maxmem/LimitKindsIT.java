package org.heapline.tests.maxmem;

import static org.heapline.tests.maxmem.Limits.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.heapline.client.AttachException;
import org.heapline.client.MaxMem;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Backend;
import org.heapline.profile.Trip;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of limit stops the thread that exceeds it on its line, and several stand beside each other. */
class LimitKindsIT {
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void oneExecutionOfALineAndOneCallOfAMethod(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE));
            target.ask("go Blocks.line");
            PausedThread line = Limits.awaitPaused(session);
            assertAt(line.trip(), "Blocks", "line", "// one line takes all", "liner");
            assertEquals("line", line.trip().memory());
            assertTrue(line.trip().currentBytes() >= 12 * MIB && line.trip().currentBytes() < 13 * MIB, line::toString);
            line.resume();
            target.awaitAnswer("state liner", "ended");

            session.maxMem().arm(Limits.park(10 * MIB, Memory.CALL));
            target.ask("go Blocks.call");
            PausedThread call = Limits.awaitPaused(session);
            assertAt(call.trip(), "Blocks", "long_", "// one call takes all", "caller");
            assertEquals(10, call.trip().currentBytes() / MIB);
            assertEquals("9", call.evaluate(0, "i"), "the tenth mebibyte of this call");
            call.resume();
            target.awaitAnswer("state caller", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aLineThatTakesLittleTripsASmallLimit(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target, Limits.PACKAGE + "Blocks")) {
            session.maxMem().arm(Limits.park(1000, Memory.LINE));
            target.ask("go Blocks.few");
            PausedThread first = Limits.awaitPaused(session);
            assertAt(first.trip(), "Blocks", "few", "// a thousand bytes", "fewer");
            assertEquals(1016, first.trip().currentBytes());
            assertEquals("20", first.evaluate(0, "i"), "the first execution that takes so much");
            first.resume();
            target.awaitAnswer("state fewer", "ended");

            target.ask("go Blocks.busy");
            target.ask("go Blocks.call");
            target.awaitAnswer("state caller", "ended");
            session.maxMem().arm(Limits.park(1000, Memory.LINE));
            PausedThread later = Limits.awaitPaused(session);
            assertAt(
                    later.trip(),
                    "Blocks",
                    "spin",
                    "// again and again",
                    later.trip().thread());
            assertEquals(1016, later.trip().currentBytes());
        }
    }

    /** The line of super(...) is charged in two parts, but is one line. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theArgumentsOfSuperAndItsCallAddUp(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target, Limits.PACKAGE + "Blocks")) {
            session.maxMem().arm(Limits.park(9 * MIB, Memory.LINE));
            target.ask("go Blocks.parts");
            PausedThread paused = Limits.awaitPaused(session);
            assertAt(paused.trip(), "Blocks$Twice", "<init>", "// the arguments and the call", "parter");
            assertEquals(2 * (5 * MIB + 16), paused.trip().currentBytes());
            assertEquals("5", paused.evaluate(0, "count"), "five for the arguments and five in the call");
            paused.resume();
            target.awaitAnswer("state parter", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void growthOverAWindow(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(new Limit(200 * MIB, 0, Memory.RATE, Action.PARK, Duration.ofSeconds(2), false));
            target.ask("go Steady.grow");
            PausedThread paused = Limits.awaitPaused(session);
            assertAt(paused.trip(), "Steady", "grow", "// grows", "steady");
            assertTrue(
                    paused.trip().sentence().contains("MiB/min"), paused.trip().sentence());
            assertFalse(paused.trip().approximate());
            paused.resume();
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aShareOfTheHeapAndTheResidentSet(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(new Limit(0, 25, Memory.HEAP, Action.PARK, Limit.WINDOW, false));
            Limit armed = session.maxMem().armed();
            assertNotNull(armed);
            assertTrue(armed.bytes() > 120 * MIB && armed.bytes() <= 128 * MIB, armed::toString);
            session.maxMem().disarm();

            session.maxMem().arm(new Limit(1, 0, Memory.RSS, Action.PARK, Limit.WINDOW, true));
            target.ask("go Blocks.line");
            PausedThread paused = Limits.awaitPaused(session);
            assertEquals("rss", paused.trip().memory());
            assertEquals("liner", paused.trip().thread());
            assertTrue(paused.trip().currentBytes() > 10 * MIB, paused.trip()::toString);
            paused.resume();
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theResidentSetOfAChildCounts(Jdk jdk) throws AttachException, SessionException {
        // A small young generation: the parent itself is not to grow.
        try (TargetProgram target = Limits.start(jdk, "-Xmn8m");
                Session session = Limits.attach(target)) {
            session.refresh();
            long limit = session.latest().rss() + 150 * MIB;
            session.maxMem().arm(new Limit(limit, 0, Memory.RSS, Action.PARK, Limit.WINDOW, true));
            target.ask("go Family.grow");
            PausedThread paused = Limits.awaitPaused(session);
            assertAt(paused.trip(), "Family", "grow", "// beside the child", "parent");
            assertTrue(paused.trip().currentBytes() >= limit, paused.trip()::toString);
            session.refresh();
            assertTrue(session.latest().rss() < limit, "the parent alone is below: " + session.latest());
            target.ask("go Family.end");
            paused.resume();
            target.awaitAnswer("state parent", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void limitsOfLinesAndCallsNeedAllocatedBytes(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE));
            session.want(List.of(Limits.ALL), Backend.HEAP, false);
            assertEquals(List.of(), session.maxMem().limits(), "what would never trip is not armed");
            assertTrue(
                    session.snapshot().problems().stream()
                            .anyMatch(problem -> problem.why().contains("the limit of a line")),
                    session.snapshot().problems()::toString);
            String why = String.valueOf(
                    assertThrows(SessionException.class, () -> session.maxMem().arm(Limits.park(10 * MIB, Memory.CALL)))
                            .getMessage());
            assertTrue(why.contains("counts allocated bytes") && why.contains("use backend allocated"), why);
            assertEquals(1, why.lines().count());
            session.maxMem().arm(Limits.park(400 * MIB, Memory.HEAP));
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void twoThreadsThatCrossAtOnceStandOneAfterTheOther(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            MaxMem maxMem = session.maxMem();
            maxMem.arm(Limits.park(10 * MIB, Memory.LINE));
            maxMem.arm(Limits.park(10 * MIB, Memory.CALL));
            target.ask("go Twins.cross");
            Await.until("both to be stopped", Limits.BOUND, () -> maxMem.pausedCount() == 2);
            PausedThread first = Limits.awaitPaused(session);
            first.resume();
            target.awaitAnswer("state " + first.trip().thread(), "ended");
            PausedThread second = Limits.awaitPaused(session);
            assertEquals(
                    Set.of("twin-0", "twin-1"),
                    Set.of(first.trip().thread(), second.trip().thread()));
            assertEquals(
                    Set.of("line", "call"),
                    Set.of(first.trip().memory(), second.trip().memory()));
            second.resume();
            target.awaitAnswer("state " + second.trip().thread(), "ended");
            assertTrue(maxMem.limits().isEmpty());
        }
    }

    /** Where this machine gives the target a limit it is armed, else it is refused with the reason. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aShareOfTheContainersLimit(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            Limit limit = new Limit(0, 100, Memory.CONTAINER, Action.NOTE, Limit.WINDOW, false);
            if (hasMemoryLimit()) {
                session.maxMem().arm(limit);
                assertNotNull(session.maxMem().armed());
            } else {
                String why = assertThrows(
                                SessionException.class, () -> session.maxMem().arm(limit))
                        .getMessage();
                assertTrue(why.contains("no container with a memory limit"), why);
                assertNull(session.maxMem().armed());
            }
        }
    }

    private static boolean hasMemoryLimit() {
        for (String file : List.of("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")) {
            try {
                String text = Files.readString(Path.of(file)).strip();
                if (text.matches("\\d{1,18}") && Long.parseLong(text) < 1L << 60) {
                    return true;
                }
            } catch (IOException e) {
                continue; // The other version of control groups, or none.
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void severalAtOnceEachEditedAndDisarmedWhileTheProgramRuns(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            MaxMem maxMem = session.maxMem();
            maxMem.arm(Limits.park(400 * MIB, Memory.HEAP));
            maxMem.arm(Limits.park(5 * MIB, Memory.LINE));
            maxMem.arm(Limits.park(11 * MIB, Memory.CALL));
            assertEquals(3, maxMem.limits().size());
            maxMem.arm(Limits.park(10 * MIB, Memory.LINE));
            assertEquals(3, maxMem.limits().size(), "arming again edits");
            maxMem.disarm(Memory.HEAP);
            assertEquals(2, maxMem.limits().size());

            target.ask("go Blocks.line");
            PausedThread first = Limits.awaitPaused(session);
            // The line of line() calls blocks(), whose call takes 12 MiB before that line has ended.
            assertEquals("call", first.trip().memory());
            assertEquals("blocks", first.trip().method());
            target.ask("go Blocks.call");
            Await.until("both to be stopped", Limits.BOUND, () -> maxMem.pausedCount() == 2);
            assertEquals(first, maxMem.paused(), "one after the other");
            first.resume();
            target.awaitAnswer("state liner", "ended");
            PausedThread second = Limits.awaitPaused(session);
            assertAt(second.trip(), "Blocks", "call", "// the long one", "caller");
            assertEquals("line", second.trip().memory());
            second.resume();
            target.awaitAnswer("state caller", "ended");
            assertTrue(maxMem.limits().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void codeThatIsNotProfiledIsFoundAndMarkedAsApproximate(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(Limits.park(100 * MIB, Memory.LIVE));
            target.ask("go Quiet.grow");
            Trip trip = Limits.awaitTrip(session);
            assertTrue(trip.approximate(), trip::toString);
            assertEquals("quiet", trip.thread());
            assertEquals(Limits.PACKAGE + "quiet.Quiet", trip.className());
            assertEquals("grow", trip.method());
            assertTrue(trip.note().contains("≈"), trip.note());
            assertTrue(trip.currentBytes() >= 100 * MIB, trip::toString);
            assertNull(session.maxMem().paused());
            assertNull(session.maxMem().armed());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void withADebuggerCodeThatIsNotProfiledIsStoppedWhereItIs(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk, Limits.JDWP);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(new Limit(100 * MIB, Memory.LIVE, Action.JDWP));
            target.ask("go Quiet.grow");
            PausedThread paused = Limits.awaitPaused(session);
            assertTrue(paused.trip().approximate());
            assertTrue(
                    paused.frames().stream()
                            .anyMatch(frame -> frame.className().endsWith("Quiet")
                                    && frame.method().equals("grow")),
                    paused.frames()::toString);
            paused.resume();
        }
    }

    private static void assertAt(Trip trip, String simpleClass, String method, String text, String thread) {
        assertEquals(Limits.PACKAGE + simpleClass, trip.className());
        assertEquals(method, trip.method());
        assertEquals(Limits.lineOf(simpleClass.replaceFirst("\\$.*", ""), text), trip.line());
        assertEquals(thread, trip.thread());
    }
}
