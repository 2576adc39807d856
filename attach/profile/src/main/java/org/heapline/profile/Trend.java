package org.heapline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a timeline amounts to.
 *
 * <p>The growth looks at the floor alone, the lowest used heap between two collections, because everything above it is
 * garbage that comes and goes. It is an estimate (the slope of the straight line through the floors).
 *
 * @param peakBytes the highest used heap; 0 without samples
 * @param baselineBytes the lowest used heap; 0 without samples
 * @param growthMiBPerMinute by how much the floor rises a minute; empty before three collections were seen
 * @param leakLike whether the floor rises steadily: by at least 1 MiB a minute, over at least five collections, and
 *     with little scatter
 */
public record Trend(long peakBytes, long baselineBytes, OptionalDouble growthMiBPerMinute, boolean leakLike) {
    private static final int FLOORS_FOR_GROWTH = 3;
    private static final int FLOORS_FOR_LEAK = 5;
    private static final double LEAK_MIB_PER_MINUTE = 1;
    private static final double STEADY = 0.8;
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double MIB = 1 << 20;

    private record Floor(double minutes, double mib) {}

    /** The trend of these samples, which ascend by time. Samples without a heap reading are left out. */
    public static Trend of(List<TimelineSample> samples) {
        long peak = 0;
        long baseline = Long.MAX_VALUE;
        for (TimelineSample sample : samples) {
            if (sample.heapUsed() >= 0) {
                peak = Math.max(peak, sample.heapUsed());
                baseline = Math.min(baseline, sample.heapUsed());
            }
        }
        List<Floor> floors = floors(samples);
        OptionalDouble growth = OptionalDouble.empty();
        boolean leakLike = false;
        if (floors.size() >= FLOORS_FOR_GROWTH) {
            Slope slope = Slope.through(floors);
            growth = OptionalDouble.of(slope.perMinute);
            leakLike =
                    floors.size() >= FLOORS_FOR_LEAK && slope.perMinute >= LEAK_MIB_PER_MINUTE && slope.fit >= STEADY;
        }
        return new Trend(peak, baseline == Long.MAX_VALUE ? 0 : baseline, growth, leakLike);
    }

    /** The lowest reading of each stretch that begins with a collection. */
    private static List<Floor> floors(List<TimelineSample> samples) {
        List<Floor> floors = new ArrayList<>();
        TimelineSample lowest = null;
        long collections = samples.isEmpty() ? 0 : samples.get(0).gcCount();
        for (TimelineSample sample : samples) {
            if (sample.heapUsed() < 0) {
                continue;
            }
            if (sample.gcCount() != collections) {
                collections = sample.gcCount();
                if (lowest != null) {
                    floors.add(floorAt(lowest));
                }
                lowest = sample;
            } else if (lowest != null && sample.heapUsed() < lowest.heapUsed()) {
                lowest = sample;
            }
        }
        if (lowest != null) {
            floors.add(floorAt(lowest));
        }
        return floors;
    }

    private static Floor floorAt(TimelineSample sample) {
        return new Floor(sample.t() / MILLIS_PER_MINUTE, sample.heapUsed() / MIB);
    }

    /** The least-squares line; {@code fit} is the share of the floors' variance that it explains. */
    private record Slope(double perMinute, double fit) {
        static Slope through(List<Floor> floors) {
            double meanX = floors.stream().mapToDouble(Floor::minutes).average().orElse(0);
            double meanY = floors.stream().mapToDouble(Floor::mib).average().orElse(0);
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (Floor floor : floors) {
                double x = floor.minutes - meanX;
                double y = floor.mib - meanY;
                xx += x * x;
                xy += x * y;
                yy += y * y;
            }
            return xx == 0 ? new Slope(0, 0) : new Slope(xy / xx, yy == 0 ? 0 : xy * xy / (xx * yy));
        }
    }
}
