package org.heapline.agent;

import java.heapline.MaxMem;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MAXMEM inside the target: confirms that a limit is exceeded, writes the trip down, and keeps the thread waiting until
 * it is released. {@link #confirm} and {@link #stop} run on the program's threads.
 */
final class TripDesk extends MaxMem.Desk {
    /** The resident set is read at most so often by the program's threads, in nanoseconds. */
    private static final long RSS_PAUSE = 200_000;

    private final TripReports reports;
    private final StoppedThreads stopped;
    private final @Nullable RssReader rss;
    private final Allocators allocators = new Allocators();

    /** Replaced as a whole, so that the program's threads read it without a lock. */
    private volatile ArmedLimit[] armed = new ArmedLimit[0];

    private volatile @Nullable Crossing due;
    private volatile long rssAt = System.nanoTime();
    private volatile boolean closed;
    private int trips;

    /** That a limit was exceeded, and by whom it was seen. */
    static final class Crossing {
        final ArmedLimit limit;
        final long current;

        /** The thread that is to stop; 0 for the one that saw it. */
        final long thread;

        Crossing(ArmedLimit limit, long current, long thread) {
            this.limit = limit;
            this.current = current;
            this.thread = thread;
        }
    }

    /**
     * @param rss reads the resident set, or null where this system does not tell it
     */
    TripDesk(Registry registry, Instrumentation instrumentation, @Nullable RssReader rss) {
        this.reports = new TripReports(registry);
        this.stopped = new StoppedThreads(instrumentation);
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
        MaxMem.arm(heap, line, call, this);
    }

    ArmedLimit[] armed() {
        return armed;
    }

    StoppedThreads stopped() {
        return stopped;
    }

    Allocators allocators() {
        return allocators;
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

    @Override
    @SuppressWarnings({"deprecation", "NullAway"}) // Thread.threadId() is of Java 19; the probes know no annotations.
    public @Nullable Object confirm(long heapUsed, long line, long call) {
        if (stopped.has(Thread.currentThread())) {
            return null;
        }
        for (ArmedLimit each : armed) {
            long current = exceeded(each, heapUsed, line, call);
            if (current >= 0 && claim(each)) {
                return new Crossing(each, current, 0);
            }
        }
        Crossing awaited = due;
        return awaited != null && awaited.thread == Thread.currentThread().getId() && claim(awaited.limit)
                ? awaited
                : null;
    }

    /** The memory that is over the limit, or -1. */
    private long exceeded(ArmedLimit limit, long heapUsed, long line, long call) {
        long now;
        switch (limit.memory) {
            case "heap":
                now = heapUsed;
                break;
            case "live":
                now = heapUsed < limit.bytes ? -1 : limit.liveHeap();
                break;
            case "rss":
                now = resident();
                break;
            case "line":
                now = line;
                break;
            case "call":
                now = call;
                break;
            default:
                return -1;
        }
        return now >= limit.bytes ? now : -1;
    }

    private long resident() {
        long now = System.nanoTime();
        if (rss == null || now - rssAt < RSS_PAUSE) {
            return -1;
        }
        rssAt = now;
        return rss.readForLimit();
    }

    /** The resident set for the agent's thread; -1 if it cannot be read. */
    long residentNow() {
        return rss == null ? -1 : rss.readForLimit();
    }

    @Override
    public void stop(Object trip, int method, int line, int names, Object @Nullable [] values) {
        if (trip instanceof StoppedThread) {
            stopAnew((StoppedThread) trip, method, names, values);
            return;
        }
        Crossing crossing = (Crossing) trip;
        // Without our lock: a thread that is suspended here must not stop the others, nor the client's requests.
        StoppedThread mine = reports.of(nextTrip(), crossing, method, line, names, values);
        if (crossing.limit.action.equals("park")) {
            mine.hold();
        }
        stopped.add(mine);
        if (!mine.report().isWaiting()) {
            return;
        }
        if (crossing.limit.action.equals("debugger")) {
            MaxMem.stopHere(mine.report().getId());
        }
        waitOn(mine);
    }

    private void stopAnew(StoppedThread mine, int method, int names, Object @Nullable [] values) {
        mine.holdAnew();
        if (values != null) {
            mine.adopt(reports.variables(method, names), values);
        }
        waitOn(mine);
    }

    /** Until it is released; on the stopped thread. A debugger that comes back finds it at its breakpoint again. */
    private void waitOn(StoppedThread mine) {
        // Looked at after the thread is known as stopped: it finds either this, or that it was released.
        while (!closed && mine.await()) {
            MaxMem.stopHere(mine.report().getId());
        }
    }

    @Override
    public void hold(int trip) {
        StoppedThread mine = stopped.of(trip);
        mine.holdAnew();
        waitOn(mine);
    }

    private synchronized int nextTrip() {
        return ++trips;
    }

    /** A limit was crossed in code without probes; called on the agent's thread. */
    void crossedElsewhere(Crossing crossing) {
        stopped.add(reports.elsewhere(nextTrip(), crossing, allocators));
    }

    /** The agent leaves: nobody stops any more, and whoever stands goes on. */
    void close() {
        closed = true;
        disarm("");
        stopped.releaseAll();
    }
}
