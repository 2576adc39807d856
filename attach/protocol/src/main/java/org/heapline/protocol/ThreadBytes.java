package org.heapline.protocol;

import javax.management.openmbean.CompositeData;

/**
 * What the profiled lines took on one thread, or on several that are told apart only by digits in their names: threads
 * that have ended, and virtual ones.
 */
public final class ThreadBytes {
    private final String name;
    private final long id;
    private final boolean virtual;
    private final int threads;
    private final long selfBytes;

    /**
     * @param name with # for the digits where it stands for several
     * @param id as {@link Thread#getId}; 0 for several
     * @param virtual whether they are virtual threads
     * @param threads how many; 1 for a thread with an id
     * @param selfBytes the sum of the Selfs of the lines, bytes
     */
    public ThreadBytes(String name, long id, boolean virtual, int threads, long selfBytes) {
        this.name = name;
        this.id = id;
        this.virtual = virtual;
        this.threads = threads;
        this.selfBytes = selfBytes;
    }

    /** Reads the form in which JMX carries this value. */
    public static ThreadBytes from(CompositeData data) {
        return new ThreadBytes(
                (String) data.get("name"),
                (Long) data.get("id"),
                (Boolean) data.get("virtual"),
                (Integer) data.get("threads"),
                (Long) data.get("selfBytes"));
    }

    public String getName() {
        return name;
    }

    public long getId() {
        return id;
    }

    public boolean isVirtual() {
        return virtual;
    }

    public int getThreads() {
        return threads;
    }

    public long getSelfBytes() {
        return selfBytes;
    }
}
