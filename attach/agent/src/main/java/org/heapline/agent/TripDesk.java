package org.heapline.agent;

import java.heapline.MaxMem;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.heapline.agent.look.Evaluation;
import org.heapline.agent.look.Looker;
import org.heapline.protocol.TripReport;
import org.jspecify.annotations.Nullable;

/**
 * MAXMEM inside the target: confirms that a limit is exceeded, writes the trip down, and keeps the thread waiting until
 * it is released. {@link #confirm} and {@link #stop} run on the program's threads.
 */
final class TripDesk extends MaxMem.Desk {
    private static final int MOST_TRIPS = 200;
    private static final long EVALUATION_MILLIS = 5000;

    /** The resident set is read at most so often by the program's threads, in nanoseconds. */
    private static final long RSS_PAUSE = 200_000;

    private final TripReports reports;
    private final Looker looker;
    private final @Nullable RssReader rss;
    private final Allocators allocators = new Allocators();

    /** Replaced as a whole, so that the program's threads read it without a lock. */
    private volatile ArmedLimit[] armed = new ArmedLimit[0];

    private volatile StoppedThread[] stopped = new StoppedThread[0];
    private volatile @Nullable Crossing due;
    private volatile long rssAt = System.nanoTime();
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
        this.looker = new Looker(instrumentation);
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
        if (isAtAnExpression(Thread.currentThread())) {
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

    private boolean isAtAnExpression(Thread thread) {
        for (StoppedThread each : stopped) {
            if (each.thread() == thread && each.report().isWaiting()) {
                return true;
            }
        }
        return false;
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
        keep(mine);
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

    /** A thread that the debugger has stepped elsewhere waits again at the end of the line it comes to next. */
    void holdNext(int trip) {
        StoppedThread mine = known(trip);
        if (!MaxMem.stopNext(mine.thread(), mine)) {
            throw new IllegalArgumentException("the thread has never been in profiled code: no line of it can stop it");
        }
    }

    /** Until it is released; on the stopped thread. A debugger that comes back finds it at its breakpoint again. */
    private static void waitOn(StoppedThread mine) {
        while (mine.await()) {
            MaxMem.stopHere(mine.report().getId());
        }
    }

    @Override
    public void hold(int trip) {
        StoppedThread mine = known(trip);
        mine.holdAnew();
        waitOn(mine);
    }

    private synchronized int nextTrip() {
        return ++trips;
    }

    private synchronized void keep(StoppedThread mine) {
        StoppedThread[] old = stopped;
        int from = Math.max(0, old.length - MOST_TRIPS + 1);
        StoppedThread[] all = new StoppedThread[old.length - from + 1];
        System.arraycopy(old, from, all, 0, old.length - from);
        all[all.length - 1] = mine;
        stopped = all;
    }

    /** A limit was crossed in code without probes; called on the agent's thread. */
    void crossedElsewhere(Crossing crossing) {
        keep(reports.elsewhere(nextTrip(), crossing, allocators));
    }

    TripReport[] tripsFrom(int id) {
        List<TripReport> found = new ArrayList<>();
        for (StoppedThread each : stopped) {
            if (each.report().getId() >= id) {
                found.add(each.report());
            }
        }
        return found.toArray(new TripReport[0]);
    }

    private StoppedThread known(int trip) {
        for (StoppedThread each : stopped) {
            if (each.report().getId() == trip) {
                return each;
            }
        }
        throw new IllegalArgumentException("there is no trip " + trip + " any more");
    }

    private StoppedThread stopped(int trip) {
        StoppedThread found = known(trip);
        if (!found.report().isWaiting()) {
            throw new IllegalArgumentException("the thread of trip " + trip + " is not stopped any more");
        }
        return found;
    }

    /** The debugger may let go of it: it waits here. */
    void keepHeld(int trip) {
        stopped(trip).hold();
    }

    boolean isHeld(int trip) {
        return known(trip).isHeld();
    }

    void stopAgain(int trip) {
        stopped(trip).stopAgain();
    }

    /** Lets the thread go on; does nothing if it does already. */
    void release(int trip) {
        known(trip).release();
    }

    void releaseAll() {
        for (StoppedThread each : stopped) {
            each.release();
        }
    }

    String[] look(int trip, String path, long millis) {
        StoppedThread thread = known(trip);
        return looker.look(thread.names(), thread.values(), path, millis);
    }

    void adopt(int trip, String[] names) {
        Object[] handed = MaxMem.takeHanded();
        if (handed == null) {
            throw new IllegalArgumentException("the debugger has handed nothing over");
        }
        known(trip).adopt(String.join("\n", names), handed);
    }

    String evaluate(int trip, final String expression) {
        StoppedThread thread = stopped(trip);
        final Evaluation evaluation = new Evaluation(thread.names(), thread.values());
        try {
            return thread.run(
                    new Callable<String>() {
                        @Override
                        public String call() {
                            return evaluation.of(expression);
                        }
                    },
                    EVALUATION_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("the evaluation was interrupted", e);
        }
    }
}
