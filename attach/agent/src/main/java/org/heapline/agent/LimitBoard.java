package org.heapline.agent;

import java.heapline.MaxMem;
import java.util.ArrayList;
import java.util.List;
import org.heapline.agent.TripDesk.Crossing;
import org.jspecify.annotations.Nullable;

/** The limits that are armed, and what the probes are told of them. Whoever exceeds one takes it off the board. */
final class LimitBoard {
    private final MaxMem.Desk desk;
    private final @Nullable RssReader rss;

    /** Replaced as a whole, so that the program's threads read it without a lock. */
    private volatile ArmedLimit[] armed = new ArmedLimit[0];

    private volatile @Nullable Crossing due;

    /**
     * @param desk whom the probes ask
     * @param rss reads the resident set, or null where this system does not tell it
     */
    LimitBoard(MaxMem.Desk desk, @Nullable RssReader rss) {
        this.desk = desk;
        this.rss = rss;
    }

    /** As {@code AgentMXBean.arm}. */
    synchronized long arm(ArmedLimit limit) {
        if (limit.memory.equals("rss")) {
            if (rss == null) {
                throw new IllegalArgumentException("this system does not tell the resident set; choose heap or live");
            }
            rss.limitWithChildren(limit.children);
        }
        List<ArmedLimit> all = others(limit.memory);
        all.add(limit);
        use(all);
        return limit.bytes;
    }

    /** As {@code AgentMXBean.disarm}. */
    synchronized void disarm(String memory) {
        use(memory.isEmpty() ? new ArrayList<ArmedLimit>() : others(memory));
    }

    private List<ArmedLimit> others(String memory) {
        List<ArmedLimit> others = new ArrayList<>();
        for (ArmedLimit each : armed) {
            if (!each.memory.equals(memory)) {
                others.add(each);
            }
        }
        return others;
    }

    private void use(List<ArmedLimit> limits) {
        armed = limits.toArray(new ArmedLimit[0]);
        Crossing awaited = due;
        if (awaited != null && !limits.contains(awaited.limit)) {
            due = null;
        }
        tellProbes();
    }

    private void tellProbes() {
        long heap = due == null ? Long.MAX_VALUE : 0;
        long line = Long.MAX_VALUE;
        long call = Long.MAX_VALUE;
        for (ArmedLimit each : armed) {
            switch (each.memory) {
                case "line":
                    line = each.bytes;
                    break;
                case "call":
                    call = each.bytes;
                    break;
                case "rss":
                    heap = 0;
                    break;
                case "heap":
                case "live":
                    heap = Math.min(heap, each.bytes);
                    break;
                default:
                    break; // The agent's thread watches it.
            }
        }
        MaxMem.arm(heap, line, call, desk);
    }

    ArmedLimit[] armed() {
        return armed;
    }

    /** The crossing whose thread has not come to the end of a line yet, or null. */
    @Nullable
    Crossing due() {
        return due;
    }

    /** The agent's thread has seen it: that thread is to stop at the end of its line, if it comes to one. */
    synchronized void await(Crossing crossing) {
        due = crossing;
        tellProbes();
    }

    /** It has not come to one. */
    synchronized void awaitNobody() {
        if (due != null) {
            due = null;
            tellProbes();
        }
    }

    /** Takes a limit that is exceeded out of those that are armed; false if another thread was first. */
    synchronized boolean claim(ArmedLimit limit) {
        for (ArmedLimit each : armed) {
            if (each == limit) {
                disarm(limit.memory);
                return true;
            }
        }
        return false;
    }
}
