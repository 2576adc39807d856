package org.heapline.agent;

import java.heapline.MaxMem;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.heapline.agent.look.Evaluation;
import org.heapline.agent.look.Looker;
import org.heapline.protocol.TripReport;

/** The trips of a session with their threads, and what the client asks of those that stand. Thread-safe. */
final class StoppedThreads {
    private static final int MOST = 200;
    private static final long EVALUATION_MILLIS = 5000;

    private final Looker looker;

    /** Oldest first; replaced as a whole, so that the program's threads read it without a lock. */
    private volatile StoppedThread[] all = new StoppedThread[0];

    StoppedThreads(Instrumentation instrumentation) {
        this.looker = new Looker(instrumentation);
    }

    /** Of too many the oldest is forgotten whose thread goes on. */
    synchronized void add(StoppedThread thread) {
        List<StoppedThread> kept = new ArrayList<>();
        int surplus = all.length + 1 - MOST;
        for (StoppedThread each : all) {
            if (surplus > 0 && !each.report().isWaiting()) {
                surplus--;
            } else {
                kept.add(each);
            }
        }
        kept.add(thread);
        all = kept.toArray(new StoppedThread[0]);
    }

    /** Whether the thread stands: what it runs then is what a client has asked it to. */
    boolean has(Thread thread) {
        for (StoppedThread each : all) {
            if (each.thread() == thread && each.report().isWaiting()) {
                return true;
            }
        }
        return false;
    }

    /** As {@code AgentMXBean.tripsFrom}. */
    TripReport[] tripsFrom(int id) {
        List<TripReport> found = new ArrayList<>();
        for (StoppedThread each : all) {
            if (each.report().getId() >= id) {
                found.add(each.report());
            }
        }
        return found.toArray(new TripReport[0]);
    }

    /** The thread of a trip, which may go on already. */
    StoppedThread of(int trip) {
        for (StoppedThread each : all) {
            if (each.report().getId() == trip) {
                return each;
            }
        }
        throw new IllegalArgumentException("there is no trip " + trip + " any more");
    }

    private StoppedThread standing(int trip) {
        StoppedThread found = of(trip);
        if (!found.report().isWaiting()) {
            throw new IllegalArgumentException("the thread of trip " + trip + " is not stopped any more");
        }
        return found;
    }

    /** The debugger may let go of it: it waits here. */
    void hold(int trip) {
        standing(trip).hold();
    }

    /** A thread that the debugger has stepped elsewhere waits again at the end of the line it comes to next. */
    void holdNext(int trip) {
        StoppedThread thread = of(trip);
        if (!MaxMem.stopNext(thread.thread(), thread)) {
            throw new IllegalArgumentException("the thread has never been in profiled code: no line of it can stop it");
        }
    }

    /** As {@code AgentMXBean.isHeld}. */
    boolean isHeld(int trip) {
        return of(trip).isHeld();
    }

    /** As {@code AgentMXBean.stopAgain}. */
    void stopAgain(int trip) {
        standing(trip).stopAgain();
    }

    /** Lets the thread go on; does nothing if it does already. */
    void release(int trip) {
        of(trip).release();
    }

    void releaseAll() {
        for (StoppedThread each : all) {
            each.release();
        }
    }

    /** As {@code AgentMXBean.look}. */
    String[] look(int trip, String path, long millis) {
        StoppedThread thread = of(trip);
        return looker.look(thread.names(), thread.values(), path, millis);
    }

    /** As {@code AgentMXBean.adopt}. */
    void adopt(int trip, String[] names) {
        Object[] handed = MaxMem.takeHanded();
        if (handed == null) {
            throw new IllegalArgumentException("the debugger has handed nothing over");
        }
        of(trip).adopt(String.join("\n", names), handed);
    }

    /** As {@code AgentMXBean.evaluate}. */
    String evaluate(int trip, final String expression) {
        StoppedThread thread = standing(trip);
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
