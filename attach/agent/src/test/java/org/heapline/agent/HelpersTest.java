package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HelpersTest {
    private final Helpers helpers = new Helpers();

    @Test
    void doTheWorkAtTheSameTimeAndAreGoneThen() {
        CyclicBarrier all = new CyclicBarrier(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        helpers.work(
                () -> {
                    seen.add(Thread.currentThread());
                    meet(all);
                },
                3);
        assertEquals(3, seen.size());
        assertTrue(seen.remove(Thread.currentThread()));
        for (Thread each : seen) {
            assertTrue(each.getName().startsWith("heapline-"), each.getName());
            assertTrue(each.isDaemon());
            assertEquals(Thread.State.TERMINATED, each.getState());
        }
    }

    @Test
    void oneThreadIsTheCallingOne() {
        Queue<Thread> seen = new ConcurrentLinkedQueue<>();
        helpers.work(() -> seen.add(Thread.currentThread()), 1);
        assertEquals(1, seen.size());
        assertSame(Thread.currentThread(), seen.peek());
        assertEquals(0, helpers.cost()[0]);
        assertEquals(0, helpers.cost()[1]);
    }

    @Test
    void whatTheyCostIsKnownWhileTheyWorkAndAfter() {
        Thread caller = Thread.currentThread();
        long[] during = new long[2];
        CyclicBarrier both = new CyclicBarrier(2);
        helpers.work(
                () -> {
                    if (Thread.currentThread() != caller) {
                        assertEquals(1 << 20, new byte[1 << 20].length);
                        meet(both);
                        meet(both);
                        return;
                    }
                    meet(both);
                    System.arraycopy(helpers.cost(), 0, during, 0, 2);
                    meet(both);
                },
                2);
        long[] after = helpers.cost();
        assertTrue(during[0] >= 1 << 20 && during[1] > 0, during[0] + " bytes, " + during[1] + " ns");
        assertTrue(after[0] >= during[0] && after[1] >= during[1], after[0] + " bytes, " + after[1] + " ns");
        assertEquals(after[0], helpers.cost()[0]);
    }

    @Test
    void whatOneThrowsIsThrownWhenAllHaveEnded() {
        Thread caller = Thread.currentThread();
        Set<Thread> ended = ConcurrentHashMap.newKeySet();
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> helpers.work(
                        () -> {
                            ended.add(Thread.currentThread());
                            if (Thread.currentThread() != caller) {
                                throw new IllegalStateException("no");
                            }
                        },
                        2));
        assertEquals("no", thrown.getMessage());
        assertEquals(2, ended.size());
        assertThrows(
                StackOverflowError.class,
                () -> helpers.work(
                        () -> {
                            if (Thread.currentThread() != caller) {
                                throw new StackOverflowError();
                            }
                        },
                        2));
    }

    @Test
    void whoWaitsAndIsInterruptedWaitsAllTheSame() {
        Thread caller = Thread.currentThread();
        Set<Thread> ended = ConcurrentHashMap.newKeySet();
        helpers.work(
                () -> {
                    if (Thread.currentThread() != caller) {
                        caller.interrupt();
                        ended.add(Thread.currentThread());
                    }
                },
                2);
        assertTrue(Thread.interrupted());
        assertEquals(1, ended.size());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the threads do not work at the same time", e);
        }
    }
}
