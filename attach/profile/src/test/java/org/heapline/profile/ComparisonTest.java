package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    /** A snapshot of one method whose source is these lines, from the given number on; each takes 10 bytes. */
    private static Snapshot source(int first, String... text) {
        List<LineStats> lines = new ArrayList<>();
        for (int i = 0; i < text.length; i++) {
            lines.add(new LineStats(first + i, 1, 10, 10, 1));
        }
        String file = "\n".repeat(first - 1) + String.join("\n", text);
        return Samples.with(List.of(Samples.cart("x", "()V", lines.toArray(new LineStats[0]))))
                .withSources(Map.of(Samples.CART, file));
    }

    private static Snapshot counts(LineStats... lines) {
        return Samples.with(List.of(Samples.cart("x", "()V", lines))).withSources(Map.of());
    }

    /** Each line as {@code before>after state}. */
    private static String match(Snapshot before, Snapshot after) {
        return Comparison.of(before, after).methods().stream()
                .flatMap(m -> m.lines().stream())
                .map(l -> number(l.before()) + ">" + number(l.after()) + " "
                        + l.state().key())
                .collect(Collectors.joining(", "));
    }

    private static String number(LineStats line) {
        return line == null ? "" : Integer.toString(line.line());
    }

    @Test
    void aSnapshotIsTheSameAsItself() {
        Comparison same = Comparison.of(Samples.snapshot(), Samples.snapshot());
        assertTrue(same.methods().stream().noneMatch(MethodChange::changed));
        assertEquals(same.selfBefore(), same.selfAfter());
        assertEquals(
                List.of("add", "lambda$add$0"),
                same.methods().stream().map(m -> m.method().method()).toList());
    }

    @Test
    void saysWhatBecameOfEachLine() {
        assertEquals(
                ">9 new, 10>10 grown, 11>11 shrunk, 12>12 same, 13> gone",
                match(
                        counts(
                                line(9, 0, 0),
                                line(10, 1, 5),
                                line(11, 1, 5),
                                line(12, 1, 5),
                                line(13, 1, 0),
                                line(14, 0, 0)),
                        counts(
                                line(9, 1, 1),
                                line(10, 1, 6),
                                line(11, 1, 4),
                                line(12, 9, 5),
                                line(13, 0, 0),
                                line(14, 0, 0))));
    }

    @Test
    void movedLinesAreMatchedByTheirText() {
        assertEquals(
                "10>20 same, >21 new, 11>22 same, 12>23 same",
                match(source(10, "a();", "b();", "c();"), source(20, "a();", "  x();", "    b();", "c();")));
        assertEquals(
                "10>10 same, 11> gone, 12>11 same",
                match(source(10, "a();", "b();", "c();"), source(10, "a();", "c();")));
    }

    @Test
    void anEditedLineBetweenKeptOnesIsTheSameLine() {
        assertEquals(
                "10>12 same, 11>13 same, 12>14 same",
                match(source(10, "a();", "new byte[100];", "c();"), source(12, "a();", "new byte[200];", "c();")));
        assertEquals("10>10 same, 11>11 same", match(source(10, "a();", "b();"), source(10, "x();", "y();")));
    }

    @Test
    void withoutSourcesAMethodMayMoveAsAWholeElseNumbersCount() {
        assertEquals(
                "10>30 same, 12>32 grown",
                match(counts(line(10, 1, 5), line(12, 1, 5)), counts(line(30, 1, 5), line(32, 1, 6))));
        assertEquals(
                "10>10 same, >11 new, 12>12 same",
                match(counts(line(10, 1, 5), line(12, 1, 5)), counts(line(10, 1, 5), line(11, 1, 5), line(12, 1, 5))));
    }

    @Test
    void methodsThatCameAndWentAreListedTheLargestChangeFirst() {
        Snapshot before = Samples.with(
                List.of(Samples.cart("gone", "()V", line(1, 1, 50)), Samples.cart("kept", "()V", line(5, 1, 10))));
        Snapshot after = Samples.with(
                List.of(Samples.cart("kept", "()V", line(5, 1, 11)), Samples.cart("come", "()V", line(9, 1, 900))));
        Comparison comparison = Comparison.of(before, after);
        assertEquals(
                List.of("come 900", "gone -50", "kept 1"),
                comparison.methods().stream()
                        .map(m -> m.method().method() + " " + m.delta())
                        .toList());
        assertEquals(60, comparison.selfBefore());
        assertEquals(911, comparison.selfAfter());
    }

    @Test
    void overloadsAreKeptApartAndTwoLoadersClassesTogether() {
        Snapshot before = Samples.with(List.of(
                Samples.cart("x", "()V", line(1, 1, 10)),
                Samples.cart("x", "(I)V", line(5, 1, 20)),
                Samples.cart("x", "()V", line(1, 2, 30))));
        Comparison comparison = Comparison.of(before, before);
        assertEquals(2, comparison.methods().size());
        assertEquals(60, comparison.selfBefore());
    }

    @Test
    void differentBackendsAreNotCompared() {
        Snapshot s = Samples.snapshot();
        Snapshot heap = new Snapshot(
                s.target(),
                Backend.HEAP,
                s.startedAt(),
                s.duration(),
                true,
                s.methods(),
                s.timeline(),
                null,
                List.of(),
                Map.of());
        var refused = assertThrows(IllegalArgumentException.class, () -> Comparison.of(s, heap));
        assertEquals(
                "The snapshots have different backends (allocated and heap): compare two of the same",
                refused.getMessage());
    }

    private static LineStats line(int line, long occurrences, long self) {
        return new LineStats(line, occurrences, self, self, 1);
    }
}
