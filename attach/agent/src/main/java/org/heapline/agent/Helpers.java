package org.heapline.agent;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threads that the agent's own has beside it while there is much to do, and what they cost. Thread-safe. */
final class Helpers {
    /** From this release on JVMs are known to change classes on several threads at once. */
    private static final int FIRST_RELEASE = 17;

    /** More are of little use: the JVM stops the program for each batch, and so the others that change classes. */
    private static final int MOST_THREADS = 4;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Helper> working = new ArrayList<>();
    private long bytes;
    private long nanos;

    /** How many threads may work side by side here, the calling one among them: half the processors, but two of two. */
    static int threads() {
        if (JvmVersion.FEATURE < FIRST_RELEASE) {
            return 1;
        }
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.max(Math.min(2, processors), Math.min(MOST_THREADS, processors / 2));
    }

    /**
     * Does some work on several threads, the calling one among them, and returns when all have ended it.
     *
     * @param count of threads, at least 1; there are fewer if the system gives no more
     * @throws RuntimeException what the work has thrown on one of the threads; so an {@link Error}
     */
    void work(Runnable work, int count) {
        List<Helper> started = new ArrayList<>();
        try {
            for (int i = 1; i < count; i++) {
                Helper helper = new Helper(work, i);
                if (!begin(helper)) {
                    break;
                }
                started.add(helper);
            }
            work.run();
        } finally {
            for (Helper each : started) {
                each.await();
            }
        }
        for (Helper each : started) {
            each.rethrow();
        }
    }

    private synchronized boolean begin(Helper helper) {
        try {
            helper.start();
            working.add(helper);
            return true;
        } catch (OutOfMemoryError e) {
            return false; // No more threads are to be had: the others do it all.
        }
    }

    private synchronized void end(Helper helper) {
        bytes += bytesOf(helper);
        nanos += nanosOf(helper);
        working.remove(helper);
    }

    /** Bytes allocated and nanoseconds of processor time, of all helpers until now. */
    synchronized long[] cost() {
        long[] cost = {bytes, nanos};
        for (Helper each : working) {
            cost[0] += bytesOf(each);
            cost[1] += nanosOf(each);
        }
        return cost;
    }

    @SuppressWarnings("deprecation") // Thread.threadId() came with Java 19.
    private long bytesOf(Helper helper) {
        return Math.max(0, threads.getThreadAllocatedBytes(helper.getId()));
    }

    @SuppressWarnings("deprecation")
    private long nanosOf(Helper helper) {
        return Math.max(0, threads.getThreadCpuTime(helper.getId()));
    }

    private final class Helper extends Thread {
        private final Runnable work;
        private @Nullable Throwable failure;

        Helper(Runnable work, int number) {
            super(null, null, "heapline-helper-" + number, 0);
            this.work = work;
            setDaemon(true);
            setContextClassLoader(null);
        }

        @Override
        public void run() {
            try {
                work.run();
            } catch (Throwable e) {
                failure = e; // For the thread that waits.
            } finally {
                end(this);
            }
        }

        /** Returns when the thread has ended; who waits may be interrupted, and finds that out later. */
        void await() {
            boolean interrupted = false;
            while (isAlive()) {
                try {
                    join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                currentThread().interrupt();
            }
        }

        void rethrow() {
            if (failure instanceof Error) {
                throw (Error) failure;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }
    }
}
