package org.heapline.agent;

import java.heapline.MaxMem;
import java.lang.instrument.Instrumentation;
import org.heapline.agent.code.Packing;
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

    private final LimitBoard limits;
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
        this.limits = new LimitBoard(this, rss);
    }

    LimitBoard limits() {
        return limits;
    }

    StoppedThreads stopped() {
        return stopped;
    }

    Allocators allocators() {
        return allocators;
    }

    @Override
    @SuppressWarnings({"deprecation", "NullAway"}) // Thread.threadId() is of Java 19; the probes know no annotations.
    public @Nullable Object confirm(long heapUsed, long line, long call) {
        if (stopped.has(Thread.currentThread())) {
            return null;
        }
        for (ArmedLimit each : limits.armed()) {
            long current = exceeded(each, heapUsed, line, call);
            if (current >= 0 && limits.claim(each)) {
                return new Crossing(each, current, 0);
            }
        }
        Crossing awaited = limits.due();
        return awaited != null && awaited.thread == Thread.currentThread().getId() && limits.claim(awaited.limit)
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

    private void stopAnew(StoppedThread mine, int method, int names, Object @Nullable [] packed) {
        mine.holdAnew();
        if (packed != null) {
            String variables = reports.variables(method, names);
            mine.adopt(variables, Packing.unpack(variables, packed));
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
        limits.disarm("");
        stopped.releaseAll();
    }
}
