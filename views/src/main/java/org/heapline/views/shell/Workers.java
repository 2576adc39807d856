package org.heapline.views.shell;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The window's threads off the JavaFX thread: one that looks around every so often, and as many as commands need. */
final class Workers implements AutoCloseable {
    private final ScheduledExecutorService lookouts = Executors.newScheduledThreadPool(2, named("heapline-lookout-"));
    private final ExecutorService commands = Executors.newCachedThreadPool(named("heapline-command-"));

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** For what recurs and is short. */
    ScheduledExecutorService lookouts() {
        return lookouts;
    }

    /** For what a user asked for; a command that hangs keeps its thread only. */
    ExecutorService commands() {
        return commands;
    }

    @Override
    public void close() {
        lookouts.shutdownNow();
        commands.shutdown();
    }
}
