package org.heapline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a timeline amounts to.
 *
 * <p>The growth looks at the floor alone, the lowest used heap between two collections, because everything above it is
 * garbage that comes and goes. It is an estimate (the slope of the straight line through the floors) and has an error.
 *
 * @param peakBytes the highest used heap; 0 without samples
 * @param baselineBytes the lowest used heap; 0 without samples
 * @param growthMiBPerMinute by how much the floor rises a minute; empty while nothing can be said of it
 * @param errorMiBPerMinute the true growth lies so near the estimated one with a probability of 95 %, if the floors
 *     scatter by chance; 0 where the growth is empty
 * @param course what that means
 */
public record Trend(
        long peakBytes,
        long baselineBytes,
        OptionalDouble growthMiBPerMinute,
        double errorMiBPerMinute,
        Course course) {
    /** What the floor of the heap does. */
    public enum Course {
        /** Too few collections were seen, or they scatter so much that anything may be true. */
        UNKNOWN,
        /** It falls, and not by chance. */
        FALLING,
        /**
         * It rises and falls by less than 1 MiB a minute, or by no more than chance would do where that is little beside
         * the heap: a cache that is full.
         */
        PLATEAU,
        /** It rises, and not by chance, but not steadily or not for long enough to say more. */
        GROWING,
        /** It rises steadily: by at least 1 MiB a minute, over at least five collections, and with little scatter. */
        LEAK_LIKE
    }

    private static final int FLOORS_FOR_GROWTH = 3;
    private static final int FLOORS_FOR_LEAK = 5;
    private static final double LEAK_MIB_PER_MINUTE = 1;
    private static final double STEADY = 0.8;

    /** An error of so much of the heap a minute leaves open whether it grows. */
    private static final double LITTLE = 0.05;

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
        long lowest = baseline == Long.MAX_VALUE ? 0 : baseline;
        List<Floor> floors = floors(samples);
        if (floors.size() < FLOORS_FOR_GROWTH) {
            return new Trend(peak, lowest, OptionalDouble.empty(), 0, Course.UNKNOWN);
        }
        Slope slope = Slope.through(floors);
        Course course = course(slope, floors);
        return course == Course.UNKNOWN
                ? new Trend(peak, lowest, OptionalDouble.empty(), 0, course)
                : new Trend(peak, lowest, OptionalDouble.of(slope.perMinute), slope.error(), course);
    }

    /** Whether the floor rises steadily. */
    public boolean leakLike() {
        return course == Course.LEAK_LIKE;
    }

    private static Course course(Slope slope, List<Floor> floors) {
        if (floors.size() >= FLOORS_FOR_LEAK && slope.perMinute >= LEAK_MIB_PER_MINUTE && slope.fit >= STEADY) {
            return Course.LEAK_LIKE;
        }
        double size = Math.abs(slope.perMinute);
        if (size < LEAK_MIB_PER_MINUTE && slope.error() < LEAK_MIB_PER_MINUTE) {
            return Course.PLATEAU;
        }
        if (size <= slope.error()) {
            double heap = floors.stream().mapToDouble(Floor::mib).average().orElse(0);
            return slope.error() <= LITTLE * heap ? Course.PLATEAU : Course.UNKNOWN;
        }
        return slope.perMinute > 0 ? Course.GROWING : Course.FALLING;
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

    /**
     * The least-squares line.
     *
     * @param fit the share of the floors' variance that it explains
     * @param deviation the standard error of the slope
     * @param free the floors beyond the two that any line needs
     */
    private record Slope(double perMinute, double fit, double deviation, int free) {
        /** Student's t for 95 %, by degrees of freedom from 1. */
        private static final double[] STUDENT = {12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23};

        double error() {
            return deviation * (free > STUDENT.length ? 2 : STUDENT[Math.max(0, free - 1)]);
        }

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
            int free = floors.size() - 2;
            if (xx == 0) {
                return new Slope(0, 0, 0, free);
            }
            double unexplained = Math.max(0, yy - xy * xy / xx);
            double fit = yy == 0 ? 0 : xy * xy / (xx * yy);
            return new Slope(xy / xx, fit, Math.sqrt(unexplained / (free * xx)), free);
        }
    }
}
