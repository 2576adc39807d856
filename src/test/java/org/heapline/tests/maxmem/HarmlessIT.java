package org.heapline.tests.maxmem;

import static org.heapline.tests.maxmem.Limits.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.heapline.client.AttachException;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stop never takes the program with it. */
class HarmlessIT {
    private static final int VIRTUAL_THREADS = 21;
    private static final Set<String> FINALISERS = Set.of("Finalizer", "Secondary finalizer");

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void anInitialiserAndAFinaliserAreToldAndNotStopped(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE));
            target.ask("go Initialised.touch");
            Trip initialiser = Limits.awaitTrip(session);
            assertEquals("table", initialiser.method());
            assertEquals(Limits.lineOf("Initialised", "// in the initialiser"), initialiser.line());
            assertTrue(initialiser.note().startsWith("not stopped"), initialiser.note());
            assertTrue(initialiser.note().contains("Initialised"), initialiser.note());
            target.awaitAnswer("state toucher", "ended");
            assertNull(session.maxMem().paused());

            session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE));
            assertEquals("done", target.ask("go Ended.drop"), "the finaliser goes on");
            Await.until(
                    "the second trip",
                    Limits.BOUND,
                    () -> session.maxMem().trips().size() == 2);
            Trip finaliser = session.maxMem().trips().get(1);
            // Whichever comes first: the JVM's usual finaliser, or the one of System.runFinalization.
            assertTrue(FINALISERS.contains(finaliser.thread()), finaliser.thread());
            assertEquals(Limits.lineOf("Ended", "// in the finaliser"), finaliser.line());
            assertTrue(finaliser.note().contains("thread of the JVM itself"), finaliser.note());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theLocksOfAStoppedThreadAreNamed(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE));
            target.ask("go Guarded.fill");
            PausedThread paused = Limits.awaitPaused(session);
            assertEquals(
                    Limits.lineOf("Guarded", "// under the lock"), paused.trip().line());
            assertEquals(1, paused.trip().locks().size(), paused.trip()::toString);
            String lock = paused.trip().locks().get(0);
            assertTrue(lock.startsWith(Limits.PACKAGE + "Guarded@") && lock.contains("fill"), lock);
            assertEquals("0", paused.evaluate(0, "this.count()"), "its own lock does not stand in its way");
            paused.resume();
            target.awaitAnswer("state guarded", "ended");
        }
    }

    static List<Jdk> withVirtualThreads() {
        return Jdks.found().stream()
                .filter(jdk -> jdk.feature() >= VIRTUAL_THREADS)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withVirtualThreads")
    void aVirtualThreadWaitsWithoutItsCarrier(Jdk jdk) throws AttachException, SessionException {
        // With one carrier for all, a pinned one would let no other virtual thread run.
        try (TargetProgram target = Limits.start(
                        jdk,
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=1");
                Session session = Limits.attach(target)) {
            session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE));
            target.ask("go Virtual.fill");
            PausedThread first = Limits.awaitPaused(session);
            assertEquals(
                    Limits.lineOf("Virtual", "// in a virtual thread"),
                    first.trip().line());
            assertEquals("light", first.trip().thread());

            session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE));
            target.ask("go Virtual.fill");
            Await.until(
                    "the second to be stopped on the same carrier",
                    Limits.BOUND,
                    () -> session.maxMem().pausedCount() == 2);
            first.resume();
            Limits.awaitPaused(session).resume();
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void whenHeaplineIsKilledTheProgramGoesOnDisarmed(Jdk jdk) {
        for (String flag : new String[] {"-ea", Limits.JDWP}) {
            try (TargetProgram target = Limits.start(jdk, flag);
                    HeaplineCli cli = HeaplineCli.attach(
                            target, "--lines", Limits.ALL, "--max-mem", "line=10m", "--max-mem", "heap=450m")) {
                target.ask("go Guarded.fill");
                cli.awaitMessage("exceeded the maximum of 10.00 MiB");
                assertFalse(target.ask("state guarded").equals("ended"));
                cli.kill();
                target.awaitAnswer("state guarded", "ended");
                target.awaitUnprofiled();
                target.ask("go Guarded.fill");
                target.awaitAnswer("state guarded", "ended");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aTargetThatIsKilledWhileItStandsEndsTheSession(Jdk jdk) throws AttachException, SessionException {
        for (Action action : List.of(Action.JDWP, Action.PARK)) {
            try (TargetProgram target = Limits.start(jdk, Limits.JDWP);
                    Session session = Limits.attach(target)) {
                session.maxMem().arm(Limits.park(10 * MIB, Memory.LINE).with(action));
                target.ask("go Guarded.fill");
                assertEquals(action == Action.JDWP, Limits.awaitPaused(session).inDebugger());
                target.kill();
                Await.until(
                        "the session to be over",
                        Limits.BOUND,
                        () -> session.state() == Session.State.LOST
                                && session.maxMem().paused() == null);
                assertEquals(1, session.maxMem().trips().size(), "what is known of the trip stays");
            }
        }
    }
}
