package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.heapline.profile.Trend.Course;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final long MIB = 1 << 20;

    /** A sawtooth: every ten seconds a collection takes the heap down to the floor, from which it climbs by 90 MiB. */
    private static List<TimelineSample> sawtooth(int collections, double floorMiBPerMinute) {
        List<TimelineSample> samples = new ArrayList<>();
        for (int second = 0; second < collections * 10; second++) {
            double floor = 200 + floorMiBPerMinute * (second / 10) * 10 / 60;
            long used = (long) ((floor + second % 10 * 10) * MIB);
            samples.add(new TimelineSample(second * 1000L, used, -1, -1, -1, -1, second / 10, 0));
        }
        return samples;
    }

    @Test
    void measuresTheRisingFloorOfALeakAndNotTheSawtooth() {
        Trend trend = Trend.of(sawtooth(30, 12));
        assertEquals(12, trend.growthMiBPerMinute().orElseThrow(), 0.01);
        assertTrue(trend.leakLike());
        assertEquals(200 * MIB, trend.baselineBytes());
        assertEquals((200 + 58 + 90) * MIB, trend.peakBytes());
    }

    @Test
    void aFloorThatStaysIsNoLeak() {
        Trend trend = Trend.of(sawtooth(30, 0));
        assertEquals(0, trend.growthMiBPerMinute().orElseThrow(), 1e-9);
        assertEquals(Course.PLATEAU, trend.course());
    }

    @Test
    void ofAFloorThatJumpsAboutNothingIsSaid() {
        List<TimelineSample> samples = new ArrayList<>();
        long[] floors = {100, 300, 120, 340, 90, 360, 150, 310};
        for (int i = 0; i < floors.length; i++) {
            samples.add(new TimelineSample(i * 1000L, floors[i] * MIB, -1, -1, -1, -1, i, 0));
        }
        assertEquals(OptionalDouble.empty(), Trend.of(samples).growthMiBPerMinute());
        assertEquals(Course.UNKNOWN, Trend.of(samples).course());
    }

    @Test
    void saysNothingOfGrowthBeforeThreeCollections() {
        assertEquals(OptionalDouble.empty(), Trend.of(sawtooth(3, 12)).growthMiBPerMinute());
        assertTrue(Trend.of(sawtooth(4, 12)).growthMiBPerMinute().isPresent());
        assertFalse(Trend.of(sawtooth(4, 12)).leakLike());
    }

    @Test
    void copesWithNothingAndWithMissingReadings() {
        assertEquals(new Trend(0, 0, OptionalDouble.empty(), 0, Course.UNKNOWN), Trend.of(List.of()));
        Trend unread = Trend.of(List.of(new TimelineSample(0, -1, -1, -1, -1, -1, 0, 0)));
        assertEquals(new Trend(0, 0, OptionalDouble.empty(), 0, Course.UNKNOWN), unread);
    }

    @Test
    void scatterMakesTheErrorLargeAndAChanceRiseAPlateau() {
        List<TimelineSample> samples = new ArrayList<>();
        double[] floors = {117, 123, 116, 124, 118, 123};
        for (int i = 0; i < floors.length; i++) {
            long used = (long) (floors[i] * (1 << 20));
            samples.add(new TimelineSample(i * 60_000L, used, used, used, used, 0, i, i));
        }
        Trend trend = Trend.of(samples);
        assertTrue(
                trend.errorMiBPerMinute() > Math.abs(trend.growthMiBPerMinute().orElseThrow()));
        assertEquals(Course.PLATEAU, trend.course());
    }

    @Test
    void noPlateauIsClaimedWhileTheErrorIsLargeBesideTheHeap() {
        List<TimelineSample> samples = new ArrayList<>();
        double[] floors = {100, 120, 101, 121, 100, 120};
        for (int i = 0; i < floors.length; i++) {
            long used = (long) (floors[i] * (1 << 20));
            samples.add(new TimelineSample(i * 60_000L, used, used, used, used, 0, i, i));
        }
        assertEquals(Course.UNKNOWN, Trend.of(samples).course());
    }
}
