package org.heapline.client.jvm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that may get stuck in a call to a JVM that does not answer, and must never keep this program alive. */
public final class DaemonThreads {
    private static final int IDLE_SECONDS = 5;

    private DaemonThreads() {}

    /** A pool that grows as needed: a stuck thread takes nobody else's place. */
    public static ExecutorService pool(String name) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
