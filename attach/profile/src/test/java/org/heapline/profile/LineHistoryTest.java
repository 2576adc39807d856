package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heapline.profile.LineHistory.Window;
import org.junit.jupiter.api.Test;

class LineHistoryTest {
    private final LineHistory history = new LineHistory();

    @Test
    void aRangeHoldsWhatWasAddedInItAlone() {
        history.record(1_000, List.of(method(10, 100)));
        history.record(2_000, List.of(method(15, 180)));
        history.record(3_000, List.of(method(15, 180)));
        history.record(4_000, List.of(method(16, 200)));
        Window window = history.between(new TimeRange(1_000, 3_000));
        assertEquals(new TimeRange(1_000, 3_000), window.range());
        assertEquals(
                new LineStats(7, 5, 80, 80, -1), window.methods().get(0).lines().get(0));
    }

    @Test
    void theEndsOfARangeGoToThoseOfTheSlicesItTouches() {
        history.record(1_000, List.of(method(10, 100)));
        history.record(2_000, List.of(method(15, 180)));
        assertEquals(
                new TimeRange(1_000, 2_000),
                history.between(new TimeRange(1_400, 1_500)).range());
    }

    @Test
    void methodsThatJoinLaterAreCountedFromTheirBeginning() {
        history.record(1_000, List.of(method(10, 100)));
        history.record(2_000, List.of(method(10, 100), method(3, 30)));
        Window window = history.between(new TimeRange(1_000, 2_000));
        assertEquals(0, window.methods().get(0).lines().get(0).occurrences());
        assertEquals(3, window.methods().get(1).lines().get(0).occurrences());
    }

    @Test
    void fullHistoriesGetCoarserAndLoseNoByte() {
        LineHistory small = new LineHistory(64);
        List<MethodStats> methods = new ArrayList<>();
        for (int second = 1; second <= 1_000; second++) {
            methods = List.of(method(second, second * 7L), method(second * 2L, second));
            small.record(second * 1_000L, methods);
        }
        Window all = small.between(new TimeRange(0, 1_000_000));
        long lastRecorded = all.range().toMillis() / 1_000;
        assertTrue(lastRecorded > 900, () -> "the history ends at " + lastRecorded + " s");
        assertEquals(lastRecorded * 7, all.methods().get(0).selfBytes());
        assertEquals(lastRecorded, all.methods().get(1).selfBytes());
    }

    @Test
    void aSnapshotTakesTheSlicesAlongAndTheyAddUpToItsTotals() {
        history.record(1_000, List.of(method(10, 100)));
        history.record(2_000, List.of(method(15, 180)));
        Snapshot taken = history.into(() -> snapshot(2_400, method(17, 200), method(3, 30)));
        Window part = taken.slices().between(new TimeRange(1_200, 1_300), taken.methods());
        assertEquals(new TimeRange(1_000, 2_000), part.range());
        assertEquals(80, part.methods().get(0).selfBytes());
        Window all = taken.slices().between(new TimeRange(0, 2_400), taken.methods());
        assertEquals(200, all.methods().get(0).selfBytes());
        assertEquals(30, all.methods().get(1).selfBytes());
        assertEquals(
                List.of(100L, 80L, 20L),
                taken
                        .slices()
                        .ofLine("com/acme/Cart.java", 7, List.of(taken.methods().get(0)))
                        .stream()
                        .map(LineHistory.Taken::self)
                        .toList());
    }

    @Test
    void aSnapshotOfSomethingElseTakesNoSlices() {
        history.record(1_000, List.of(method(10, 100), method(1, 1)));
        assertTrue(history.into(() -> snapshot(2_000, method(1, 1))).slices().isEmpty());
        history.restart(2_000);
        assertTrue(history.into(() -> snapshot(2_000, method(1, 1))).slices().isEmpty());
    }

    @Test
    void whatIsTooMuchForAFileGetsCoarserOrIsLeftOut() {
        for (int second = 1; second <= 64; second++) {
            history.record(second * 1_000L, List.of(method(second, second), method(second, second)));
        }
        LineSlices all = history.into(() -> snapshot(64_000, method(64, 64), method(64, 64)))
                .slices();
        assertEquals(128, all.entries());
        LineSlices fewer = all.bounded(40);
        assertEquals(16, fewer.slices().size());
        assertEquals(4_000, fewer.slices().get(3).time().millis());
        assertTrue(all.bounded(1).isEmpty());
    }

    private static Snapshot snapshot(long millis, MethodStats... methods) {
        return Samples.lasting(Duration.ofMillis(millis), List.of(methods));
    }

    @Test
    void aLineHasAHistoryOfItsOwn() {
        history.record(1_000, List.of(method(10, 100), method(1, 5)));
        history.record(2_000, List.of(method(12, 150), method(1, 5)));
        List<Long> selfs = history.ofLine("com/acme/Cart.java", 7).stream()
                .map(LineHistory.Taken::self)
                .toList();
        assertEquals(List.of(105L, 50L), selfs);
    }

    @Test
    void countersThatBeginAnewBeginANewHistory() {
        history.record(1_000, List.of(method(10, 100)));
        history.restart(1_500);
        history.record(2_500, List.of(method(2, 20)));
        Window window = history.between(new TimeRange(0, 3_000));
        assertEquals(new TimeRange(1_500, 2_500), window.range());
        assertEquals(20, window.methods().get(0).selfBytes());
    }

    private static MethodStats method(long occurrences, long bytes) {
        return new MethodStats(
                "com.acme.Cart",
                "add",
                "()V",
                "com/acme/Cart.java",
                "",
                List.of(new LineStats(7, occurrences, bytes, bytes, 1 << 20)));
    }
}
