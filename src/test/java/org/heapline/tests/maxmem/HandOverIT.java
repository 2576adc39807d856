package org.heapline.tests.maxmem;

import static org.heapline.tests.maxmem.Limits.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import org.heapline.client.AttachException;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.PausedThread;
import org.heapline.client.PausedThread.Step;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread goes from Heapline to the JDK's own debugger and back. */
class HandOverIT {
    private static final int WAITS_FOR_INVOCATIONS = 20;

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void beforeTheFirstStepAndBack(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk, Limits.JDWP);
                Session session = Limits.attach(target)) {
            PausedThread back = thereAndBack(jdk, target, session, "Order.check");
            assertEquals(line("// is looked at"), back.frames().get(0).line());
            back.step(Step.OVER);
            assertEquals(line("// after the look"), back.frames().get(0).line());
            back.resume();
            target.awaitAnswer("state checker", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void afterStepsAndBack(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk, Limits.JDWP);
                Session session = Limits.attach(target)) {
            boolean exactly = jdk.feature() < WAITS_FOR_INVOCATIONS;
            PausedThread back = thereAndBack(
                    jdk, target, session, exactly ? "Order.total" : "Order.check", Step.OVER, Step.OVER, Step.INTO);
            assertEquals("4711", back.evaluate(0, "number"));
            // JDWP of newer JVMs lets go of a stepped thread only when it runs: to the next line that allocates.
            int at = exactly ? line("// in total") : line("// calls total");
            assertEquals(at, back.frames().get(0).line());
            back.step(Step.OVER);
            assertEquals(at + 1, back.frames().get(0).line());
            back.resume();
            target.awaitAnswer("state checker", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void whileItIsAwayItCanBeLetGo(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk, Limits.JDWP);
                Session session = Limits.attach(target)) {
            PausedThread paused = stop(target, session);
            paused.step(Step.OVER);
            paused.handOver();
            paused.resume();
            target.awaitAnswer("state checker", "ended");
        }
    }

    private static PausedThread stop(TargetProgram target, Session session) throws SessionException {
        session.maxMem().arm(new Limit(10 * MIB, Memory.LINE, Action.JDWP));
        target.ask("go Order.check");
        PausedThread paused = Limits.awaitPaused(session);
        assertTrue(paused.inDebugger());
        return paused;
    }

    private static PausedThread thereAndBack(
            Jdk jdk, TargetProgram target, Session session, String frame, Step... steps) throws SessionException {
        PausedThread paused = stop(target, session);
        for (Step each : steps) {
            paused.step(each);
        }
        String words = paused.handOver();
        assertEquals(words, paused.handedOverTo());
        try (Jdb jdb = Jdb.attach(jdk, words)) {
            String stack = jdb.stackOf("checker", frame);
            assertTrue(stack.contains(frame), stack);
            assertFalse(target.ask("state checker").equals("ended"), "it waits until it is released");
            Await.until("the other debugger to be noticed", Limits.BOUND, () -> {
                PausedThread now = session.maxMem().paused();
                return now == paused && now.handedOverTo() != null;
            });
            session.refresh();
            Await.until("a second to pass with the other debugger there", Limits.BOUND, new Seconds(2));
        }
        Await.until("the thread to be taken back", Limits.BOUND, () -> {
            PausedThread now = session.maxMem().paused();
            return now != null && now != paused && now.handedOverTo() == null;
        });
        PausedThread back = session.maxMem().paused();
        assertNotNull(back);
        return back;
    }

    private static int line(String text) {
        return Limits.lineOf("Order", text);
    }

    /** Heapline looks for other debuggers once a second. */
    private static final class Seconds implements BooleanSupplier {
        private final long end;

        Seconds(int seconds) {
            end = System.nanoTime() + seconds * 1_000_000_000L;
        }

        @Override
        public boolean getAsBoolean() {
            return System.nanoTime() > end;
        }
    }
}
