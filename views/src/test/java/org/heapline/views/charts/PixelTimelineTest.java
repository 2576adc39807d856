package org.heapline.views.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heapline.profile.TimelineSample;
import org.heapline.views.fake.Shapes;
import org.junit.jupiter.api.Test;

class PixelTimelineTest {
    private static final long MIB = 1 << 20;

    private static TimelineSample sample(long t, long heapMib, long allocatedMib, long collections) {
        return new TimelineSample(
                t, heapMib * MIB, 100 * MIB, 200 * MIB, -1, allocatedMib * MIB, collections, collections);
    }

    @Test
    void anHourFitsIntoTheWidthWithoutLosingItsPeak() {
        List<TimelineSample> hour = new ArrayList<>(Shapes.leak(Duration.ofHours(1)));
        hour.set(20_000, sample(hour.get(20_000).t(), 9_000, 1, 1));
        PixelTimeline reduced = PixelTimeline.of(hour, 0, 3_600_000, 1000);
        assertTrue(reduced.heap().size() <= 2002, reduced.heap().size() + " points");
        assertEquals(9_000, reduced.heap().max());
    }

    @Test
    void timesAscend() {
        PixelTimeline reduced = PixelTimeline.of(Shapes.leak(Duration.ofMinutes(10)), 0, 600_000, 300);
        for (int i = 1; i < reduced.heap().size(); i++) {
            assertTrue(reduced.heap().time(i) >= reduced.heap().time(i - 1));
        }
    }

    @Test
    void whatTheSystemDoesNotTellIsLeftOut() {
        PixelTimeline reduced = PixelTimeline.of(List.of(sample(0, 5, 0, 0), sample(100, 6, 0, 0)), 0, 1000, 100);
        assertEquals(0, reduced.rss().size());
        assertEquals(2, reduced.committed().size());
    }

    @Test
    void ratesAreMiBASecond() {
        PixelTimeline reduced =
                PixelTimeline.of(List.of(sample(0, 5, 0, 0), sample(500, 6, 4, 0), sample(1000, 6, 8, 0)), 0, 1000, 4);
        assertEquals(8, reduced.rates().max(), 1e-9);
    }

    @Test
    void aThreadThatEndsIsNoNegativeRate() {
        PixelTimeline reduced = PixelTimeline.of(List.of(sample(0, 5, 50, 0), sample(500, 6, 4, 0)), 0, 1000, 100);
        assertEquals(0, reduced.rates().value(0));
    }

    @Test
    void eachCollectionIsSeenOnce() {
        PixelTimeline reduced = PixelTimeline.of(
                List.of(sample(0, 5, 0, 1), sample(100, 6, 0, 1), sample(200, 2, 0, 2), sample(300, 2, 0, 2)),
                0,
                1000,
                100);
        assertEquals(1, reduced.collections().size());
        assertEquals(200, reduced.collections().time(0));
    }

    @Test
    void noSamplesAreNoLines() {
        assertEquals(0, PixelTimeline.of(List.of(), 0, 1000, 100).heap().size());
    }
}
