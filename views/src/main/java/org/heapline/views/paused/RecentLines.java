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
    private final Deque<Moment> before = new ArrayDeque<>();

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

    /**
     * What there was at a moment.
     *
     * @param at since the session began
     * @param methods in the snapshot's order
     */
    private record Moment(Duration at, List<Selfs> methods) {}

    /** Takes a snapshot in. */
    void add(Snapshot now) {
        Moment last = before.peekLast();
        if (last != null && now.duration().compareTo(last.at()) < 0) {
            before.clear(); // The counters were set back.
        }
        if (before.isEmpty() || now.duration().minus(before.getLast().at()).compareTo(STEP) >= 0) {
            before.add(moment(now));
        }
        while (before.size() > 1 && second().at().compareTo(now.duration().minus(SPAN)) <= 0) {
            before.removeFirst();
        }
    }

    private Moment moment(Snapshot now) {
        List<Selfs> last = before.isEmpty() ? List.of() : before.getLast().methods();
        List<MethodStats> methods = now.methods();
        List<Selfs> kept = new ArrayList<>(methods.size());
        for (int i = 0; i < methods.size(); i++) {
            kept.add(Selfs.of(methods.get(i), i < last.size() ? last.get(i) : null));
        }
        return new Moment(now.duration(), kept);
    }

    private Moment second() {
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
        Map<String, Selfs> old = new HashMap<>();
        if (!before.isEmpty()) {
            before.getFirst().methods().forEach(method -> old.put(method.key(), method));
        }
        List<Recent> found = new ArrayList<>();
        for (MethodStats method : now.methods()) {
            addGrown(old.get(Selfs.key(method)), method, found);
        }
        found.sort(Comparator.comparingLong(Recent::bytes).reversed());
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static void addGrown(@Nullable Selfs was, MethodStats now, List<Recent> found) {
        for (LineStats line : now.lines()) {
            long grown = line.selfBytes() - (was == null ? 0 : was.of(line.line()));
            if (grown > 0) {
                found.add(new Recent(now, line.line(), grown));
            }
        }
    }
}
