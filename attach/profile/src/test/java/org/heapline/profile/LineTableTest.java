package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineTableTest {
    private final LineTable table = new LineTable();

    private void define(int id, String method, int... lines) {
        table.define(id, "com.acme.Cart", method, "()V", "com/acme/Cart.java", "file:/cart.jar", lines);
    }

    @Test
    void showsEveryLineOfADefinedMethodBeforeItRan() {
        define(0, "add", 14, 12, 13);
        assertEquals(
                List.of(new MethodStats(
                        "com.acme.Cart",
                        "add",
                        "()V",
                        "com/acme/Cart.java",
                        "file:/cart.jar",
                        List.of(LineStats.notRun(12), LineStats.notRun(13), LineStats.notRun(14)))),
                table.methods());
    }

    @Test
    void takesTotalsOverAsTheyAreAndDoesNotAddThem() {
        define(0, "add", 12, 13);
        assertTrue(table.apply(new long[] {1, 0, 12, 5, 100, 90, 4000, 0, 13, 1, -7, -7, 4100}));
        assertTrue(table.apply(new long[] {2, 0, 12, 6, 120, 110, 4200}));
        assertEquals(
                List.of(new LineStats(12, 6, 120, 110, 4200), new LineStats(13, 1, -7, -7, 4100)),
                table.methods().get(0).lines());
        assertEquals(2, table.version());
        assertFalse(table.apply(new long[] {3}));
        assertEquals(3, table.version());
    }

    @Test
    void sharesWhatDidNotChange() {
        define(0, "add", 12);
        define(1, "remove", 22);
        List<MethodStats> before = table.methods();
        assertSame(before, table.methods());
        table.apply(new long[] {1, 1, 22, 1, 1, 1, 1});
        List<MethodStats> after = table.methods();
        assertSame(before.get(0), after.get(0));
        assertNotSame(before.get(1), after.get(1));
        assertEquals(0, before.get(1).lines().get(0).occurrences());
        assertThrows(UnsupportedOperationException.class, () -> after.remove(0));
    }

    @Test
    void keepsCountsThatArriveBeforeTheirMethod() {
        table.apply(new long[] {1, 2, 30, 1, 10, 10, 5});
        table.apply(new long[] {2, 2, 30, 2, 20, 20, 5});
        assertEquals(0, table.nextId());
        assertEquals(List.of(), table.methods());
        define(2, "late", 30);
        assertEquals(3, table.nextId());
        assertEquals(
                List.of(new LineStats(30, 2, 20, 20, 5)), table.methods().get(0).lines());
    }

    @Test
    void countsALineThatTheDefinitionDidNotName() {
        define(0, "add", 12, 14);
        table.apply(new long[] {1, 0, 12, 1, 1, 1, 1, 0, 14, 2, 2, 2, 2});
        table.apply(new long[] {2, 0, 13, 9, 9, 9, 9, 0, 15, 3, 3, 3, 3});
        assertEquals(
                List.of(
                        new LineStats(12, 1, 1, 1, 1),
                        new LineStats(13, 9, 9, 9, 9),
                        new LineStats(14, 2, 2, 2, 2),
                        new LineStats(15, 3, 3, 3, 3)),
                table.methods().get(0).lines());
    }

    @Test
    void resetKeepsTheMethodsAndForgetsTheCounts() {
        define(0, "add", 12);
        table.apply(new long[] {7, 0, 12, 5, 100, 90, 4000});
        table.reset();
        assertEquals(0, table.version());
        assertEquals(List.of(LineStats.notRun(12)), table.methods().get(0).lines());
    }

    @Test
    void refusesAnArrayOfAnotherLayoutAsAWhole() {
        define(0, "add", 12);
        assertThrows(IllegalArgumentException.class, () -> table.apply(new long[] {1, 0, 12, 5, 100, 90}));
        assertThrows(IllegalArgumentException.class, () -> table.apply(new long[0]));
        assertEquals(List.of(LineStats.notRun(12)), table.methods().get(0).lines());
    }

    @Test
    void isReadWholeWhileItIsWritten() throws InterruptedException {
        define(0, "add", 12);
        Thread writer = new Thread(() -> {
            for (long i = 1; i <= 20_000; i++) {
                table.apply(new long[] {i, 0, 12, i, i, i, i});
            }
        });
        writer.start();
        long seen = 0;
        while (seen < 20_000) {
            LineStats line = table.methods().get(0).lines().get(0);
            assertEquals(line.occurrences(), line.incrementBytes());
            assertEquals(line.occurrences(), line.memUsageBytes());
            assertTrue(line.occurrences() >= seen);
            seen = line.occurrences();
        }
        writer.join();
    }
}
