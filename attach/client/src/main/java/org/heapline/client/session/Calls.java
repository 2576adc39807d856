package org.heapline.client.session;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.RuntimeMBeanException;
import org.heapline.client.JvmProcess;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.DaemonThreads;
import org.jspecify.annotations.Nullable;

/** Requests to the target that end in time: a target that does not answer costs a daemon thread, not the caller. */
final class Calls {
    private static final ExecutorService POOL = DaemonThreads.pool("heapline-request");

    private final JvmProcess process;

    Calls(JvmProcess process) {
        this.process = process;
    }

    /** A request without an answer. */
    @FunctionalInterface
    interface Order {
        void run() throws Exception;
    }

    /**
     * Asks the target.
     *
     * @param what the request, as the beginning of a message
     * @throws SessionException with one line that says what did not work, why, and what to do
     */
    <T> T ask(String what, Duration patience, Callable<T> request) throws SessionException {
        Future<T> answer = POOL.submit(request);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SessionException(
                    what + ": " + target() + " did not answer within " + Math.max(1, patience.toSeconds())
                            + " s; it may be suspended, try again when it runs",
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SessionException(what + " was interrupted", e);
        } catch (ExecutionException e) {
            throw explain(what, e.getCause());
        }
    }

    /** Asks for something that has no answer; see {@link #ask}. */
    void run(String what, Duration patience, Order order) throws SessionException {
        ask(what, patience, () -> {
            order.run();
            return Boolean.TRUE;
        });
    }

    /** As {@link #run}, also in a thread that was interrupted: for what has to be put right then. It stays interrupted. */
    void runAnyway(String what, Duration patience, Order order) throws SessionException {
        boolean interrupted = Thread.interrupted();
        try {
            run(what, patience, order);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Begins a request and does not wait for it. */
    static <T> Future<T> begin(Callable<T> request) {
        return POOL.submit(request);
    }

    private SessionException explain(String what, @Nullable Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof SessionException known) {
            return known;
        }
        if (isGone(cause)) {
            return new SessionException(
                    what + ": the connection to " + target() + " is gone; what was measured is kept", cause);
        }
        if (cause instanceof InstanceNotFoundException) {
            return new SessionException(what + ": the agent has left " + target() + "; attach again", cause);
        }
        String said = cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
        if (cause instanceof IllegalArgumentException) {
            return new SessionException(said, cause); // the agent's own words for a user
        }
        return new SessionException(what + ": " + target() + " answered: " + said, cause);
    }

    /** The failure behind the wrappings that JMX puts around it. */
    static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof UndeclaredThrowableException
                || cause instanceof RuntimeMBeanException
                || cause instanceof ExecutionException
                || (cause instanceof JMException && cause.getCause() != null)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Whether a failure means that the connection is broken, not that the request was wrong. */
    static boolean isGone(@Nullable Throwable cause) {
        return cause instanceof RemoteException || cause instanceof IOException;
    }

    private String target() {
        return "PID " + process.pid() + " (" + process.name() + ")";
    }
}
