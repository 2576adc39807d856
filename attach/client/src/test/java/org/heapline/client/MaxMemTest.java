package org.heapline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.Trip;
import org.junit.jupiter.api.Test;

class MaxMemTest {
    private static final String JDWP =
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0,quiet=y";
    private static final Attacher.Options ON_FILL = new Attacher.Options(
            List.of(Shop.class.getName() + "#fill"), Backend.ALLOCATED, false, Duration.ofMillis(50));
    private static final long MIB = 1 << 20;

    private static Session attach(TestTarget target) throws Exception {
        Session session = new LocalAttacher().attach(target.pid(), ON_FILL);
        SessionTest.awaitProbes(session);
        return session;
    }

    /** Arms 20 MiB above what is used now and fills 60. */
    private static PausedThread trip(TestTarget target, Session session, Memory memory, Action action)
            throws Exception {
        session.collect();
        session.refresh();
        long limit = session.latest().heapUsed() + 20 * MIB;
        session.maxMem().arm(new Limit(limit, memory, action));
        target.send("fill 60");
        TestTarget.await("the stop", () -> session.maxMem().paused() != null);
        PausedThread paused = session.maxMem().paused();
        assertNotNull(paused);
        assertNull(session.maxMem().armed());
        assertEquals(Places.lineOf("filled"), paused.trip().line());
        assertEquals(limit, paused.trip().limitBytes());
        assertTrue(paused.trip().currentBytes() >= limit);
        Trip.Frame first = paused.frames().get(0);
        assertEquals(Shop.class.getName(), first.className());
        assertEquals("fill", first.method());
        assertEquals(Places.lineOf("filled"), first.line());
        assertEquals("main", paused.frames().get(1).method());
        return paused;
    }

    private static String local(PausedThread paused, String name) throws SessionException {
        return paused.locals(0).stream()
                .filter(local -> local.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static void assertGoesOn(TestTarget target, Session session) throws IOException, InterruptedException {
        target.awaitLine("done");
        TestTarget.await("the pause to end", () -> session.maxMem().paused() == null);
        assertNotNull(session.snapshot().trip());
    }

    @Test
    void parksTheThreadOnItsLineWithItsLocals() throws Exception {
        try (TestTarget target = TestTarget.start(Shop.Door.class);
                Session session = attach(target)) {
            PausedThread paused = trip(target, session, Memory.HEAP, Action.AUTO);
            assertFalse(paused.inDebugger());
            assertEquals("60", local(paused, "mebibytes"));
            assertTrue(local(paused, "label").contains("crate"));
            assertTrue(Integer.parseInt(local(paused, "left")) > 30);
            assertTrue(assertThrows(SessionException.class, () -> paused.step(PausedThread.Step.OVER))
                    .getMessage()
                    .contains("JDWP"));
            paused.resume();
            assertGoesOn(target, session);
        }
    }

    @Test
    void stopsInTheDebuggerStepsAndGoesOn() throws Exception {
        try (TestTarget target = TestTarget.start(Shop.Door.class, JDWP);
                Session session = attach(target)) {
            PausedThread paused = trip(target, session, Memory.HEAP, Action.AUTO);
            assertTrue(paused.inDebugger());
            assertEquals("60", local(paused, "mebibytes"));
            assertEquals("\"crate\"", local(paused, "label"));
            int left = Integer.parseInt(local(paused, "left"));
            session.refresh(); // the session goes on while the thread stands

            paused.step(PausedThread.Step.OVER);
            assertEquals(Places.lineOf("counted"), paused.frames().get(0).line());
            assertEquals(Integer.toString(left), local(paused, "left"));
            paused.step(PausedThread.Step.OVER);
            assertEquals(Integer.toString(left - 1), local(paused, "left"));
            paused.resume();
            assertGoesOn(target, session);
        }
    }

    @Test
    void handsTheThreadOverToAnotherDebugger() throws Exception {
        try (TestTarget target = TestTarget.start(Shop.Door.class, JDWP);
                Session session = attach(target)) {
            PausedThread paused = trip(target, session, Memory.HEAP, Action.JDWP);
            String command = paused.handOver();
            assertTrue(command.matches("jdb -attach localhost:\\d+"), command);
            assertEquals(command, paused.handedOverTo());
            assertNotNull(session.maxMem().paused());

            Process jdb = Jdb.start(command);
            try {
                assertTrue(Jdb.ask(jdb, "where all").contains("Shop.fill"));
            } finally {
                jdb.destroyForcibly().waitFor();
            }
            paused.resume();
            assertGoesOn(target, session);
        }
    }

    @Test
    void canBeArmedAgainAfterATrip() throws Exception {
        try (TestTarget target = TestTarget.start(Shop.Door.class, JDWP);
                Session session = attach(target)) {
            trip(target, session, Memory.HEAP, Action.JDWP).resume();
            assertGoesOn(target, session);
            trip(target, session, Memory.HEAP, Action.PARK).resume();
            assertGoesOn(target, session);
            trip(target, session, Memory.HEAP, Action.JDWP).resume();
            assertGoesOn(target, session);
        }
    }

    @Test
    void disarmedItLetsTheProgramPass() throws Exception {
        try (TestTarget target = TestTarget.start(Shop.Door.class);
                Session session = attach(target)) {
            session.maxMem().arm(new Limit(1, Memory.HEAP, Action.PARK));
            session.maxMem().disarm();
            assertNull(session.maxMem().armed());
            target.send("fill 5");
            target.awaitLine("done");
            assertNull(session.maxMem().trip());
        }
    }

    @Test
    void parksWhereAnotherDebuggerIsConnected() throws Exception {
        try (TestTarget target = TestTarget.start(Shop.Door.class, JDWP);
                Session session = attach(target)) {
            PausedThread first = trip(target, session, Memory.HEAP, Action.JDWP);
            Process jdb = Jdb.start(first.handOver());
            try {
                first.resume();
                assertGoesOn(target, session);
                TestTarget.await("jdb to be connected", () -> Jdb.hasConnected(target.pid()));
                PausedThread second = trip(target, session, Memory.HEAP, Action.AUTO);
                assertFalse(second.inDebugger());
                assertTrue(session.snapshot().problems().stream()
                        .anyMatch(problem -> problem.why().contains("another debugger is connected")));
                second.resume();
                assertGoesOn(target, session);
            } finally {
                jdb.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void refusesADebuggerWhereThereIsNoJdwp() throws Exception {
        try (TestTarget target = TestTarget.start(Shop.Door.class);
                Session session = attach(target)) {
            Limit limit = new Limit(MIB, Memory.HEAP, Action.JDWP);
            String message = assertThrows(
                            SessionException.class, () -> session.maxMem().arm(limit))
                    .getMessage();
            assertTrue(message.contains("-agentlib:jdwp"), message);
            assertNull(session.maxMem().armed());
        }
    }

    @Test
    void closingTheSessionReleasesTheThread() throws Exception {
        for (String option : new String[] {JDWP, "-ea"}) {
            try (TestTarget target = TestTarget.start(Shop.Door.class, option)) {
                Session session = attach(target);
                trip(target, session, Memory.HEAP, Action.AUTO);
                session.close();
                target.awaitLine("done");
            }
        }
    }
}
