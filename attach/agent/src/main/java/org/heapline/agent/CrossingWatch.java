package org.heapline.agent;

import java.heapline.HeapReader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.heapline.agent.TripDesk.Crossing;

/**
 * Finds limits that are crossed where no probe looks: in code that is not profiled, or over a stretch of time. The
 * thread that allocates most is asked to stop at the end of its line; where it comes to none, it is only shown. Runs on
 * the agent's thread.
 */
final class CrossingWatch {
    /** How long a crossing may wait for a profiled line to end. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

    private final TripDesk desk;
    private final ContainerMemory container = new ContainerMemory();
    private final Map<ArmedLimit, Long> since = new HashMap<>();
    private final Map<ArmedLimit, Growth> growths = new HashMap<>();

    CrossingWatch(TripDesk desk) {
        this.desk = desk;
    }

    boolean isNeeded() {
        for (ArmedLimit each : desk.limits().armed()) {
            if (each.isShared()) {
                return true;
            }
        }
        return false;
    }

    /** Looks; about ten times a second while it is needed. */
    void look() {
        ArmedLimit[] armed = desk.limits().armed();
        if (armed.length == 0) {
            since.clear();
            growths.clear();
            return;
        }
        desk.allocators().look();
        boolean any = false;
        for (ArmedLimit each : armed) {
            long current = each.isShared() ? exceeded(each) : -1;
            if (current < 0) {
                since.remove(each);
            } else {
                any = true;
                crossed(each, current);
            }
        }
        if (!any) {
            desk.limits().awaitNobody();
        }
    }

    private void crossed(ArmedLimit limit, long current) {
        Long first = since.get(limit);
        long busiest = desk.allocators().busiest();
        if (first != null && System.nanoTime() - first >= GRACE) {
            if (desk.limits().claim(limit)) {
                desk.crossedElsewhere(new Crossing(limit, current, busiest));
            }
        } else if (first == null || busiest >= 0) {
            since.putIfAbsent(limit, System.nanoTime());
            // Whoever allocates most now is likelier to come to the end of a line than who did it before.
            desk.limits().await(new Crossing(limit, current, busiest));
        }
    }

    /** The memory that is over the limit, or -1. */
    private long exceeded(ArmedLimit limit) {
        long now;
        switch (limit.memory) {
            case "heap":
                now = HeapReader.INSTANCE.read();
                break;
            case "live":
                now = HeapReader.INSTANCE.read() < limit.bytes ? -1 : live(limit);
                break;
            case "rss":
                now = desk.residentNow();
                break;
            case "container":
                now = container.used();
                break;
            default:
                now = rate(limit);
                break;
        }
        return now >= limit.bytes ? now : -1;
    }

    /** What a GC of a moment ago has left still counts while a crossing waits for its thread. */
    private long live(ArmedLimit limit) {
        long live = limit.liveHeap();
        return live < 0 && since.containsKey(limit) ? limit.lastLiveHeap() : live;
    }

    private long rate(ArmedLimit limit) {
        Growth growth = growths.get(limit);
        if (growth == null) {
            growth = new Growth(limit.windowMillis);
            growths.put(limit, growth);
        }
        long rate = growth.add(System.nanoTime(), HeapReader.INSTANCE.read());
        if (rate < limit.bytes || since.containsKey(limit)) {
            return rate;
        }
        long live = limit.liveHeap();
        return live < 0 ? -1 : growth.confirm(live);
    }
}
