package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static TimelineSample sample(long t, long heapUsed) {
        return new TimelineSample(t, heapUsed, 1000, 2000, 3000, t, 0, 0);
    }

    @Test
    void keepsAnHourAtTenSamplesASecondUntouched() {
        Timeline timeline = new Timeline();
        for (int i = 0; i < 36_000; i++) {
            timeline.add(sample(i * 100L, i));
        }
        assertEquals(36_000, timeline.snapshot().size());
        assertEquals(0, timeline.snapshot().get(0).t());
        assertEquals(3_599_900, timeline.snapshot().get(35_999).t());
    }

    @Test
    void staysWithinItsSizeAndKeepsPeaksAndValleysAndBothEnds() {
        Timeline timeline = new Timeline(100);
        for (int i = 0; i < 10_000; i++) {
            long heap = i == 1234 ? 9_000 : i == 4321 ? 1 : 500 + i % 7;
            timeline.add(sample(i, heap));
        }
        List<TimelineSample> kept = timeline.snapshot();
        assertTrue(kept.size() <= 100, "kept " + kept.size());
        assertTrue(kept.size() >= 50, "kept " + kept.size());
        assertEquals(0, kept.get(0).t());
        assertEquals(9_999, kept.get(kept.size() - 1).t());
        assertTrue(kept.contains(sample(1234, 9_000)), "the peak is gone");
        assertTrue(kept.contains(sample(4321, 1)), "the valley is gone");
        for (int i = 1; i < kept.size(); i++) {
            assertTrue(kept.get(i - 1).t() < kept.get(i).t(), "time goes back at " + i);
        }
    }

    @Test
    void leavesOutASampleThatComesLate() {
        Timeline timeline = new Timeline();
        timeline.add(sample(100, 1));
        timeline.add(sample(99, 2));
        timeline.add(sample(100, 3));
        assertEquals(List.of(sample(100, 1), sample(100, 3)), timeline.snapshot());
        assertEquals(sample(100, 3), timeline.latest());
    }

    @Test
    void sharesItsSnapshotUntilSomethingIsAdded() {
        Timeline timeline = new Timeline();
        assertNull(timeline.latest());
        assertEquals(List.of(), timeline.snapshot());
        timeline.add(sample(1, 1));
        List<TimelineSample> before = timeline.snapshot();
        assertSame(before, timeline.snapshot());
        timeline.add(sample(2, 1));
        assertEquals(1, before.size());
        timeline.clear();
        assertEquals(List.of(), timeline.snapshot());
    }

    @Test
    void refusesASizeThatCannotBeThinned() {
        assertThrows(IllegalArgumentException.class, () -> new Timeline(7));
    }
}
