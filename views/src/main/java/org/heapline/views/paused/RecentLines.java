package org.heapline.views.paused;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/**
 * Which lines allocated most in the last seconds before a stop: what the first snapshot behind it has and one from
 * before has not.
 */
final class RecentLines {
    private static final Duration SPAN = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int MOST = 10;

    /** Oldest first; they share what did not change. */
    private final Deque<Snapshot> before = new ArrayDeque<>();

    /** The stop that is asked about. */
    private @Nullable Trip trip;

    private List<Recent> hottest = List.of();
    private boolean complete;

    /**
     * A line.
     *
     * @param method of the line
     * @param line its number
     * @param bytes allocated in the line itself, not in profiled methods that it calls
     */
    record Recent(MethodStats method, int line, long bytes) {}

    /** Takes a snapshot in. */
    void add(Snapshot now) {
        Snapshot last = before.peekLast();
        if (last != null && now.duration().compareTo(last.duration()) < 0) {
            before.clear(); // The counters were set back.
        }
        if (before.isEmpty()
                || now.duration().minus(before.getLast().duration()).compareTo(STEP) >= 0) {
            before.add(now);
        }
        while (before.size() > 1 && second().duration().compareTo(now.duration().minus(SPAN)) <= 0) {
            before.removeFirst();
        }
    }

    private Snapshot second() {
        var each = before.iterator();
        each.next();
        return each.next();
    }

    /**
     * The hottest lines up to a stop, most bytes first. The stop is heard of before what led to it is measured: figures
     * are taken in until the first that were fetched behind it, and stay as they are then.
     */
    List<Recent> upTo(Trip stop, Snapshot now) {
        if (!stop.equals(trip)) {
            trip = stop;
            complete = false;
        }
        if (!complete) {
            hottest = hottest(now);
            complete = now.duration().toMillis() > stop.t();
        }
        return hottest;
    }

    private List<Recent> hottest(Snapshot now) {
        Map<String, MethodStats> old = new HashMap<>();
        if (!before.isEmpty()) {
            before.getFirst().methods().forEach(method -> old.put(key(method), method));
        }
        List<Recent> found = new ArrayList<>();
        for (MethodStats method : now.methods()) {
            MethodStats was = old.get(key(method));
            if (was != method) {
                addGrown(was, method, found);
            }
        }
        found.sort(Comparator.comparingLong(Recent::bytes).reversed());
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static void addGrown(@Nullable MethodStats was, MethodStats now, List<Recent> found) {
        Map<Integer, Long> then = new HashMap<>();
        if (was != null) {
            was.lines().forEach(line -> then.put(line.line(), line.selfBytes()));
        }
        for (LineStats line : now.lines()) {
            long grown = line.selfBytes() - then.getOrDefault(line.line(), 0L);
            if (grown > 0) {
                found.add(new Recent(now, line.line(), grown));
            }
        }
    }

    private static String key(MethodStats method) {
        return method.className() + "#" + method.method() + method.descriptor();
    }
}
