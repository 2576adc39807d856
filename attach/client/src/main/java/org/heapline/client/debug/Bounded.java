package org.heapline.client.debug;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.DaemonThreads;
import org.jspecify.annotations.Nullable;

/** Calls into the target that may never return: they cost a daemon thread, not the caller. */
final class Bounded {
    private static final ExecutorService POOL = DaemonThreads.pool("heapline-evaluation");

    private Bounded() {}

    /**
     * Waits for the answer, so long.
     *
     * @param what what is called, as the beginning of a message
     */
    static <T> @Nullable T call(String what, long seconds, Callable<@Nullable T> call) throws SessionException {
        Future<@Nullable T> answer = POOL.submit(call);
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new SessionException(
                    what + " has not returned within " + seconds
                            + " s (it may wait for something that another thread does); the stopped thread is still at it",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SessionException known) {
                throw known;
            }
            throw new SessionException(what + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException(what + " was interrupted", e);
        }
    }

    /** Starts a call that returns only when the thread is let go again. */
    static void start(Runnable call) {
        POOL.execute(call);
    }
}
