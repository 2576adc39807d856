package org.heapline.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heapline.client.Subscription;

/**
 * Turns Ctrl-C and SIGTERM into a request: the command that listens detaches, writes its report and ends as if it had
 * come to its end by itself. Without this the report would be lost with the process.
 */
public final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean held;
    private volatile int exitCode = ExitCode.FAILED;

    /** Listens to the signals of this process from now on. */
    public void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::holdShutdown, "heapline-interruption"));
    }

    /** From now on the process does not end before the command has, not even at a moment when nobody listens. */
    void hold() {
        held = true;
    }

    /** Whether the command is to come to its end. */
    boolean requested() {
        return requested;
    }

    /** Asks the command to come to its end. */
    void request() {
        requested = true;
        listeners.forEach(Runnable::run);
    }

    /**
     * Calls the listener when the command is to come to its end. While nobody listens
     * and the process is not {@linkplain #hold held}, a signal ends it at once.
     *
     * @param listener must return quickly; called on a thread of its own
     */
    Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Says that the command is done, all written. */
    public void finish(int code) {
        exitCode = code;
        finished.countDown();
    }

    /** Runs while the JVM shuts down: it must not go before the command has finished. */
    private void holdShutdown() {
        if (listeners.isEmpty() && !held) {
            return;
        }
        request();
        try {
            boolean done = finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            // With the command's own code: the signal's would tell a script that there is no report.
            Runtime.getRuntime().halt(done ? exitCode : ExitCode.FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
