package org.heapline.views.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heapline.profile.Backend;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TargetInfo;
import org.heapline.profile.ThreadStats;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** Timelines of typical shape. */
public final class Shapes {
    private static final long MIB = 1 << 20;

    private Shapes() {}

    /** A saw whose floor rises: a leak. Ten samples a second. */
    public static List<TimelineSample> leak(Duration length) {
        List<TimelineSample> samples = new ArrayList<>();
        Random random = new Random(7);
        double heap = 210;
        long collections = 3;
        long allocated = 0;
        for (long t = 0; t <= length.toMillis(); t += 100) {
            double floor = 205 + 0.0011 * t;
            heap += 1.1 + random.nextDouble();
            long step = (long) ((6 + 5 * random.nextDouble()) * MIB);
            allocated += step;
            if (heap > floor + 90) {
                heap = floor + random.nextDouble() * 6;
                collections++;
            }
            long committed = t < length.toMillis() / 4 ? 600 : 640;
            samples.add(new TimelineSample(
                    t,
                    (long) (heap * MIB),
                    committed * MIB,
                    2048 * MIB,
                    (long) (450 + 0.0006 * t) * MIB,
                    allocated,
                    collections,
                    collections * 4));
        }
        return samples;
    }

    /** The order service after some seconds, with threads. */
    public static Snapshot byThread(ThreadStats... threads) {
        Snapshot plain = orders(Duration.ofSeconds(3), Orders.methods(1), null);
        return new Snapshot(
                plain.target(),
                plain.backend(),
                plain.startedAt(),
                plain.duration(),
                plain.complete(),
                plain.methods(),
                plain.timeline(),
                plain.trip(),
                plain.problems(),
                List.of(threads),
                plain.sources(),
                plain.slices());
    }

    /** The order service after a while. */
    public static Snapshot orders(
            Duration length, List<MethodStats> methods, @Nullable Trip trip, Problem... problems) {
        return new Snapshot(
                new TargetInfo(48213, "orders-service", "21.0.4"),
                Backend.ALLOCATED,
                Instant.parse("2026-03-02T10:12:00Z"),
                length,
                true,
                methods,
                leak(length),
                trip,
                List.of(problems),
                Map.of(Orders.FILE, Orders.cacheSource()));
    }
}
