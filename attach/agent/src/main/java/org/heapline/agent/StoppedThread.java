package org.heapline.agent;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.heapline.protocol.TripReport;
import org.jspecify.annotations.Nullable;

/**
 * A thread at the end of the line that tripped. It waits without a monitor, so that a virtual thread leaves its carrier,
 * and meanwhile does what it is asked to: a method of the program may need the locks that this thread holds.
 */
final class StoppedThread {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Thread thread;
    private volatile TripReport report;
    private volatile Object @Nullable [] values;
    private volatile String names;
    private boolean waiting;
    private boolean held;
    private boolean inAgent;
    private boolean again;
    private @Nullable FutureTask<String> task;

    StoppedThread(Thread thread, TripReport report, String names, Object @Nullable [] values) {
        this.thread = thread;
        this.report = report;
        this.names = names;
        this.values = values;
        this.waiting = report.isWaiting();
    }

    Thread thread() {
        return thread;
    }

    TripReport report() {
        return report;
    }

    String names() {
        return names;
    }

    /**
     * The values of the stopped frame.
     *
     * @throws IllegalArgumentException if they are not known
     */
    Object[] values() {
        Object[] now = values;
        if (now == null) {
            throw new IllegalArgumentException("the locals of this place are not known");
        }
        return now;
    }

    void adopt(String newNames, Object[] newValues) {
        names = newNames;
        values = newValues;
    }

    void hold() {
        lock.lock();
        held = true;
        lock.unlock();
    }

    /** It is on its way into {@link #await} again. */
    void holdAnew() {
        lock.lock();
        waiting = true;
        held = true;
        lock.unlock();
        report = report.waiting(true);
    }

    /** Lets it pass the debugger's breakpoint once more. */
    void stopAgain() {
        lock.lock();
        again = true;
        held = false;
        news.signalAll();
        lock.unlock();
    }

    void release() {
        values = null;
        lock.lock();
        waiting = false;
        held = false;
        news.signalAll();
        lock.unlock();
    }

    /** Whether it waits here, and not in a debugger. */
    boolean isHeld() {
        lock.lock();
        try {
            return inAgent && waiting && held;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits on the stopped thread until it is released, if it is held.
     *
     * @return whether it is to pass the debugger's breakpoint again, and then to come back
     */
    boolean await() {
        boolean interrupted = false;
        boolean back;
        lock.lock();
        try {
            inAgent = true;
            while (waiting && held) {
                FutureTask<String> asked = task;
                task = null;
                if (asked != null) {
                    lock.unlock();
                    asked.run();
                    lock.lock();
                    continue;
                }
                try {
                    news.await();
                } catch (InterruptedException e) {
                    interrupted = true; // Meant for the program: it finds it when it goes on.
                }
            }
            inAgent = false;
            back = again && waiting;
            again = false;
            waiting = back;
        } finally {
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!back) {
            values = null;
            report = report.waiting(false);
        }
        return back;
    }

    /**
     * Runs something on the waiting thread.
     *
     * @throws IllegalArgumentException if it fails or does not end in time; the message is fit for a user
     */
    String run(Callable<String> what, long millis) throws InterruptedException {
        FutureTask<String> asked = new FutureTask<>(what);
        lock.lock();
        try {
            if (!inAgent || !waiting || !held || task != null) {
                throw new IllegalArgumentException("the thread is not parked, or still at the last expression");
            }
            task = asked;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            return asked.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new IllegalArgumentException(
                    "it has not ended within " + millis / 1000
                            + " s and was interrupted; the thread may still be at it",
                    e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IllegalArgumentException(
                    cause instanceof IllegalArgumentException
                            ? String.valueOf(cause.getMessage())
                            : "it failed with " + cause,
                    e);
        }
    }
}
