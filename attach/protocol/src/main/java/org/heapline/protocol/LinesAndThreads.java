package org.heapline.protocol;

import javax.management.openmbean.CompositeData;

/** What was counted up to one moment, by line and by thread: the bytes of the threads are those of the lines. */
public final class LinesAndThreads {
    private final long[] changes;
    private final ThreadBytes[] threads;

    /**
     * @param changes as {@link AgentMXBean#changesSince} tells them
     * @param threads all threads whose bytes are not 0
     */
    public LinesAndThreads(long[] changes, ThreadBytes[] threads) {
        this.changes = changes.clone();
        this.threads = threads.clone();
    }

    /** Reads the form in which JMX carries this value. */
    public static LinesAndThreads from(CompositeData data) {
        CompositeData[] told = (CompositeData[]) data.get("threads");
        ThreadBytes[] threads = new ThreadBytes[told.length];
        for (int i = 0; i < told.length; i++) {
            threads[i] = ThreadBytes.from(told[i]);
        }
        return new LinesAndThreads((long[]) data.get("changes"), threads);
    }

    public long[] getChanges() {
        return changes.clone();
    }

    public ThreadBytes[] getThreads() {
        return threads.clone();
    }
}
