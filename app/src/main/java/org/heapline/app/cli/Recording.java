package org.heapline.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.Subscription;
import org.jspecify.annotations.Nullable;

/** Follows a session until the time is over, the target ends, the user stops it or MAXMEM does. */
final class Recording {
    /** Why it ended. */
    enum Ending {
        /** The time is over or the user had enough; the target is still there. */
        STOPPED,
        /** The target ended. */
        TARGET_ENDED,
        /** MAXMEM tripped and the command is to leave. */
        LEFT
    }

    private static final Duration BEAT = Duration.ofMillis(100);

    private final Session session;
    private final Interruption interruption;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean fresh;

    Recording(Session session, Interruption interruption) {
        this.session = session;
        this.interruption = interruption;
    }

    /**
     * Blocks until the end.
     *
     * @param duration how long at most, or null for as long as the target runs
     * @param patterns told about when they match nothing
     * @param progress drawn after every piece of news
     * @param trips what to do when MAXMEM trips, or null without a limit
     */
    Ending follow(@Nullable Duration duration, PatternWatch patterns, LiveLine progress, @Nullable TripResponse trips)
            throws SessionException, IOException {
        Instant deadline = duration == null ? Instant.MAX : Instant.now().plus(duration);
        Subscription updates = session.onUpdate(this::wake);
        Subscription stop = interruption.listen(this::wake);
        try {
            while (true) {
                if (session.state() == Session.State.LOST || session.state() == Session.State.DETACHED) {
                    return Ending.TARGET_ENDED;
                }
                if (interruption.requested() || !Instant.now().isBefore(deadline)) {
                    return Ending.STOPPED;
                }
                if (trips != null && trips.handle(() -> ended(deadline))) {
                    return Ending.LEFT;
                }
                patterns.look(progress);
                progress.draw(session);
                await();
            }
        } finally {
            updates.close();
            stop.close();
            progress.clear();
        }
    }

    private boolean ended(Instant deadline) {
        return interruption.requested()
                || session.state() == Session.State.LOST
                || !Instant.now().isBefore(deadline);
    }

    private void wake() {
        lock.lock();
        try {
            fresh = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for news, but never longer than a beat: a silent target sends none. */
    private void await() {
        lock.lock();
        try {
            long left = BEAT.toNanos();
            while (left > 0 && !interruption.requested() && !fresh) {
                left = news.awaitNanos(left);
            }
            fresh = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interruption.request();
        } finally {
            lock.unlock();
        }
    }
}
