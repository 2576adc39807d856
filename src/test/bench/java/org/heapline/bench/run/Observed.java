package org.heapline.bench.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.Running;
import org.heapline.client.Session;
import org.heapline.client.Subscription;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;

/** A session, and the moments at which it has come to something. */
final class Observed {
    private static final long PATIENCE_SECONDS = 120;

    private Observed() {}

    /** Attaches as the desktop does: ten readings a second. */
    static Session attach(long pid, String... patterns) throws IOException {
        Attacher.Options options =
                new Attacher.Options(List.of(patterns), Backend.ALLOCATED, false, Duration.ofMillis(100));
        try {
            // A call that is running does not count, but the next one does; the measured programs make many.
            return new LocalAttacher().attach(pid, options.with(Running.FORCE));
        } catch (AttachException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Waits until a session has come to something, as its updates tell. */
    static void await(Session session, Predicate<Session> reached) throws IOException, InterruptedException {
        Semaphore updates = new Semaphore(0);
        Subscription subscription = session.onUpdate(updates::release);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!reached.test(session)) {
                if (System.nanoTime() > end || session.state() == Session.State.LOST) {
                    throw new IOException("the session with "
                            + session.process().name() + " is "
                            + session.state() + " and did not get there in " + PATIENCE_SECONDS + " s; last progress: "
                            + session.progress().getDone() + " of "
                            + session.progress().getTotal() + " classes");
                }
                updates.tryAcquire(1, TimeUnit.SECONDS);
            }
        } finally {
            subscription.close();
        }
    }

    /** Whether a line was counted. */
    static boolean hasNumbers(Session session) {
        return session.snapshot().methods().stream()
                .flatMap(method -> method.lines().stream())
                .anyMatch(line -> line.occurrences() > 0);
    }
}
