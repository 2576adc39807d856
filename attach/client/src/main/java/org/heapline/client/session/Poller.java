package org.heapline.client.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.heapline.client.Session.State;
import org.heapline.client.SessionException;
import org.heapline.client.Subscription;
import org.heapline.client.jvm.Liveness;
import org.jspecify.annotations.Nullable;

/** The session's own thread: polls at the interval, finds out what became of the target, tells the listeners. */
final class Poller {
    private static final Duration SILENT_AFTER = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofMillis(100);
    private static final Duration LAST_BREATH = Duration.ofMillis(300);

    /** What is done at each poll, and what becomes of failures. */
    interface Work {
        /**
         * Asks the target for what is new; runs on a thread that may get stuck.
         *
         * @param everything also what changes so slowly that it is not asked for each time
         */
        void poll(boolean everything) throws Exception;

        /** The target has ended: its last words may be read. */
        void ended();
    }

    private final Work work;
    private final Liveness target;
    private final Supplier<Duration> interval;
    private final Thread thread;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;
    private volatile String trouble = "";
    private boolean stopping;

    /** Of the poller's thread alone. */
    private boolean polledLast;

    /** Guarded by this. */
    private List<Runnable> afterNext = new ArrayList<>();

    private long requested;
    private long served;

    Poller(Work work, Liveness target, Supplier<Duration> interval, long pid, State first) {
        this.work = work;
        this.target = target;
        this.interval = interval;
        this.state = first;
        this.thread = new Thread(this::loop, "heapline-session-" + pid);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    State state() {
        return state;
    }

    Subscription onUpdate(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells the listeners that something is new. */
    void publish() {
        listeners.forEach(Runnable::run);
    }

    /** As {@link #refresh(Duration, Runnable)}, and there are no more polls after that one. */
    void refreshAtLast(Duration patience) throws SessionException {
        refresh(patience, () -> polledLast = true);
    }

    /**
     * Waits for a poll that begins after this call.
     *
     * @param then is run when it has been answered, before there is another one, on the poller's thread
     */
    void refresh(Duration patience, Runnable then) throws SessionException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            long ticket = ++requested;
            afterNext.add(then);
            notifyAll();
            while (served < ticket) {
                if (state == State.LOST || state == State.DETACHED || stopping) {
                    throw new SessionException(
                            state == State.LOST
                                    ? "the target has ended; what was measured is kept and can be saved"
                                    : "the session is no longer attached; attach again");
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new SessionException("the target did not answer within " + patience.toSeconds()
                            + " s; what was measured before is shown" + trouble);
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new SessionException("reading the newest figures was interrupted");
                }
                await(left);
            }
        }
    }

    /** Waits until the state is another one than that. Returns whether it is. */
    boolean awaitOtherThan(State than, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            while (state == than) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                await(left);
            }
        }
        return true;
    }

    /** Ends the polling; the state becomes detached unless the target is lost. */
    void stop() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join(SILENT_AFTER.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Says that the session is closed. */
    void detached() {
        if (state != State.LOST) {
            become(State.DETACHED);
        }
        publish();
    }

    private void loop() {
        while (!isStopping() && !polledLast && state != State.LOST) {
            long began = System.nanoTime();
            long ticket;
            boolean wanted;
            List<Runnable> after;
            synchronized (this) {
                ticket = requested;
                wanted = served < requested;
                after = afterNext;
                afterNext = new ArrayList<>();
            }
            boolean answered = pollOnce(wanted);
            if (answered) {
                after.forEach(Runnable::run);
            }
            synchronized (this) {
                if (!answered) {
                    afterNext.addAll(after);
                }
                served = answered ? ticket : served;
                notifyAll();
            }
            publish();
            synchronized (this) {
                long pause = Math.max(interval.get().toNanos(), answered ? 0 : RETRY_AFTER.toNanos());
                long left = TimeUnit.NANOSECONDS.toMillis(began + pause - System.nanoTime());
                if (left > 0 && !stopping && !polledLast && requested == ticket && state != State.LOST) {
                    await(left);
                }
            }
        }
        synchronized (this) {
            notifyAll();
        }
    }

    private boolean pollOnce(boolean everything) {
        Future<Boolean> answer = Calls.begin(() -> {
            work.poll(everything);
            return true;
        });
        while (true) {
            try {
                answer.get(SILENT_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                trouble = "";
                become(State.ATTACHED);
                return true;
            } catch (TimeoutException e) {
                if (!target.isAlive()) {
                    lost();
                    return false;
                }
                if (isStopping()) {
                    return false;
                }
                become(State.SILENT);
                publish();
            } catch (ExecutionException e) {
                failed(Calls.unwrap(e.getCause()));
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private void failed(@Nullable Throwable cause) {
        boolean ended = Calls.isGone(cause) ? target.endsWithin(LAST_BREATH) : !target.isAlive();
        if (ended) {
            lost();
        } else if (!isStopping()) {
            trouble = " (" + cause + ")";
            become(State.SILENT);
        }
    }

    private void lost() {
        work.ended();
        become(State.LOST);
    }

    private synchronized void become(State next) {
        if (state != State.LOST && state != State.DETACHED) {
            state = next;
            notifyAll();
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
