package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.heapline.OwnWork;
import java.heapline.Probes;
import java.heapline.ThreadCounters;
import java.heapline.Threads;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.heapline.protocol.AgentMXBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TotalsTest extends FreshCounters {
    private final Registry registry = new Registry();
    private final Map<Integer, Integer> linesOf = new HashMap<>();
    private Totals totals;
    private long version;

    @BeforeEach
    void beginASession() {
        totals = new Totals(registry, new ThreadTotals());
    }

    @Test
    void onlyLinesThatMovedAreTold() {
        int resting = define("resting", 10, 11);
        int busy = define("busy", 20, 21);
        assertEquals(Map.of(), changes());
        count(busy, 1, 3);
        assertEquals(Map.of("1:21", 3L), changes());
        assertEquals(Map.of(), changes());
        count(busy, 0, 1);
        count(resting, 0, 2);
        assertEquals(Map.of("0:10", 2L, "1:20", 1L), changes());
    }

    @Test
    void whoAsksForTheFirstTimeIsToldAllThatEverMoved() {
        count(define("one", 10), 0, 3);
        changes();
        count(define("two", 20), 0, 4);
        changes();
        version = 0;
        assertEquals(Map.of("0:10", 3L, "1:20", 4L), changes());
    }

    @Test
    void methodsFarApartAreFound() {
        int[] ids = new int[1000];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = define("m" + i, i + 1);
        }
        for (int i : new int[] {0, 31, 32, 500, 999}) {
            count(ids[i], 0, i + 1);
        }
        assertEquals(Map.of("0:1", 1L, "31:32", 32L, "32:33", 33L, "500:501", 501L, "999:1000", 1000L), changes());
    }

    @Test
    void whatThreadsCountedThatHaveEndedStays() throws InterruptedException {
        int method = define("method", 10);
        count(method, 0, 1);
        Thread other = new Thread(() -> count(method, 0, 5));
        other.start();
        other.join();
        assertEquals(Map.of("0:10", 6L), changes());
        Threads.sweep();
        assertEquals(Map.of(), changes());
        count(method, 0, 1);
        assertEquals(Map.of("0:10", 7L), changes());
    }

    @Test
    void whatProvesToBeTheProfilersIsTakenBack() throws InterruptedException {
        int method = define("method", 10);
        OwnWork.share();
        Thread other = new Thread(() -> {
            count(method, 0, 5);
            assertEquals(Map.of("0:10", 5L), changes());
            OwnWork.disownCaller();
            assertEquals(Map.of("0:10", 0L), changes());
        });
        Throwable[] failure = new Throwable[1];
        other.setUncaughtExceptionHandler((thread, e) -> failure[0] = e);
        other.start();
        other.join();
        assertEquals(null, failure[0]);
        assertEquals(Map.of(), changes());
        count(method, 0, 2);
        assertEquals(Map.of("0:10", 2L), changes());
    }

    @Test
    void countersThatWereTakenFromAThreadCountOn() {
        int method = define("method", 10);
        count(method, 0, 5);
        ThreadCounters mine = Threads.holders()[0];
        Threads.setAside(mine, new boolean[1]);
        count(method, 0, 1);
        assertEquals(Map.of("0:10", 6L), changes());
        Threads.settle(mine, new boolean[1]);
        assertEquals(Map.of(), changes());
        count(method, 0, 1);
        assertEquals(Map.of("0:10", 7L), changes());
    }

    @Test
    void afterAResetOnlyWhatComesLaterCounts() {
        int before = define("before", 10, 11);
        int later = define("later", 20);
        count(before, 0, 5);
        changes();
        totals.reset();
        assertEquals(Map.of("0:10", 0L, "0:11", 0L), changes());
        count(before, 0, 2);
        count(later, 0, 3);
        assertEquals(Map.of("0:10", 2L, "1:20", 3L), changes());
    }

    /** Who asks while the agent leaves must not be told that all was zero. */
    @Test
    void afterTheSessionThereIsNoAnswer() {
        count(define("method", 10), 0, 5);
        assertEquals(Map.of("0:10", 5L), changes());
        Threads.clear();
        assertThrows(IllegalStateException.class, this::changes);
        define("of the next session", 20);
        assertThrows(IllegalStateException.class, this::changes);
    }

    @Test
    void thereIsNothingToTellOfNoMethods() {
        assertArrayEquals(new long[] {1}, totals.changesSince(0));
    }

    private int define(String name, int... lines) {
        linesOf.put(Threads.base() + linesOf.size(), lines.length);
        return registry.define("com.acme.Cart", name, "()V", "Cart.java", "", lines, new String[0]);
    }

    /** As instrumented code does. */
    private void count(int method, int line, int times) {
        long[] counters = Probes.counters(Probes.thread(), method, linesOf.get(method));
        counters[line * ThreadCounters.WIDTH] += times;
    }

    /** The occurrences of the lines that moved since the last call. */
    private Map<String, Long> changes() {
        long[] told = totals.changesSince(version);
        version = told[0];
        Map<String, Long> changes = new TreeMap<>();
        for (int i = 1; i < told.length; i += AgentMXBean.CHANGE_WIDTH) {
            changes.put(told[i] + ":" + told[i + 1], told[i + 2]);
        }
        return changes;
    }
}
