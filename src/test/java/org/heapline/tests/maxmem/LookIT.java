package org.heapline.tests.maxmem;

import static org.heapline.tests.maxmem.Limits.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.heapline.client.AttachException;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.PausedThread;
import org.heapline.client.PausedThread.Step;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.Variable;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be seen and done while a thread stands. */
class LookIT {
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theLocalsOfAParkedThreadAsATreeWithSizesAndExpressions(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk);
                Session session = Limits.attach(target)) {
            PausedThread paused = stop(target, session, Action.PARK);
            assertFalse(paused.inDebugger());
            assertLook(paused);
            assertThrows(SessionException.class, () -> paused.step(Step.OVER));
            assertTrue(
                    session.maxMem().restartWithDebugger().contains("-agentlib:jdwp=")
                            && session.maxMem().restartWithDebugger().contains("127.0.0.1:0")
                            && session.maxMem().restartWithDebugger().endsWith("LimitsMain"),
                    session.maxMem().restartWithDebugger());
            paused.resume();
            target.awaitAnswer("state checker", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theSameInTheDebuggerWithStepsAndRunsToALine(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Limits.start(jdk, Limits.JDWP);
                Session session = Limits.attach(target)) {
            PausedThread paused = stop(target, session, Action.JDWP);
            assertTrue(paused.inDebugger());
            assertLook(paused);

            paused.step(Step.OVER);
            assertEquals(line("// after the look"), paused.frames().get(0).line());
            paused.step(Step.OVER);
            assertEquals(line("// calls total"), paused.frames().get(0).line());
            paused.step(Step.INTO);
            assertEquals("total", paused.frames().get(0).method());
            assertEquals(line("// in total"), paused.frames().get(0).line());
            assertEquals("check", paused.frames().get(1).method());
            assertEquals("4711", paused.evaluate(0, "number"));
            assertEquals("2", paused.evaluate(1, "factor"), "a frame above");
            assertTrue(paused.look(0, List.of()).stream()
                    .anyMatch(each -> each.name().equals("this") && each.opens()));
            paused.step(Step.OUT);
            assertEquals("check", paused.frames().get(0).method());
            paused.runTo(Limits.PACKAGE + "Order", line("// calls total") + 1);
            assertEquals(line("// calls total") + 1, paused.frames().get(0).line());

            paused.suspendOthers(true);
            assertTrue(paused.othersSuspended());
            session.refresh(); // our own way into the target stays open
            paused.suspendOthers(false);
            assertFalse(target.ask("state checker").equals("ended"), "the others answer again, this one stands");
            paused.resume();
            target.awaitAnswer("state checker", "ended");
        }
    }

    private static int line(String text) {
        return Limits.lineOf("Order", text);
    }

    private static PausedThread stop(TargetProgram target, Session session, Action action) throws SessionException {
        session.maxMem().arm(new Limit(10 * MIB, Memory.LINE, action));
        target.ask("go Order.check");
        PausedThread paused = Limits.awaitPaused(session);
        assertEquals(line("// is looked at"), paused.trip().line());
        return paused;
    }

    private static void assertLook(PausedThread paused) throws SessionException {
        List<Variable> locals = paused.look(0, List.of());
        Variable copy = find(locals, "copy");
        assertEquals(20 << 20, copy.count());
        assertEquals((20 << 20) + 16, copy.shallowBytes());
        assertEquals(copy.shallowBytes(), copy.deepBytes());
        assertFalse(copy.cutOff());
        assertEquals("2", find(locals, "factor").value());
        Variable self = find(locals, "this");
        assertTrue(self.opens() && self.deepBytes() > 3000 && self.deepBytes() < 6000, self::toString);

        List<Variable> fields = paused.look(0, List.of("this"));
        assertEquals(3, find(fields, "prices").count());
        assertEquals("4711", find(fields, "number").value());
        assertEquals(3, find(fields, "items").count());
        Variable second = find(paused.look(0, List.of("this", "items", "elementData")), "[1]");
        assertEquals(1000, second.count());
        assertEquals(1016, second.shallowBytes());

        assertEquals("4711", paused.evaluate(0, "this.number"));
        assertEquals("4711", paused.evaluate(0, "next.next.number"));
        assertEquals("3", paused.evaluate(0, "items.size()"));
        assertEquals("20", paused.evaluate(0, "prices[1]"));
        assertEquals("3", paused.evaluate(0, "prices.length"));
        assertEquals("\"Order 4711\"", paused.evaluate(0, "this.toString()"));
        for (String wrong : List.of("nothing", "this.nothing", "prices[3]", "next.next.next.next.number", "1 + 1")) {
            String why = assertThrows(SessionException.class, () -> paused.evaluate(0, wrong))
                    .getMessage();
            assertTrue(why.lines().count() == 1, why);
        }
    }

    private static Variable find(List<Variable> variables, String name) {
        return variables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + variables));
    }
}
