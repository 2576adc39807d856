package org.heapline.protocol;

import java.util.Arrays;

/**
 * What a client asks for ten times a second, in the form that costs the target least: numbers alone, in one array. All as of
 * about the same moment.
 */
public final class News {
    private static final int MEMORY = 9;
    private static final int CHANGES = MEMORY + 6;

    private final long[] longs;

    private News(long[] longs) {
        this.longs = longs;
    }

    /**
     * The form in which JMX carries it.
     *
     * @param progress as {@link AgentMXBean#getProgress}
     * @param methods how many {@link AgentMXBean#methodsFrom} tells from the first on
     * @param problems how many {@link AgentMXBean#problemsFrom} tells from the first on
     * @param memory used, committed and largest heap, bytes, -1 where there is no limit; how many collections there were and
     *     their milliseconds; bytes allocated by all threads
     * @param changes as {@link AgentMXBean#changesSince}
     */
    public static long[] toLongs(Progress progress, int methods, int problems, long[] memory, long[] changes) {
        long[] longs = new long[CHANGES + changes.length];
        longs[0] = progress.getGeneration();
        longs[1] = progress.isBusy() ? 1 : 0;
        longs[2] = progress.getDone();
        longs[3] = progress.getTotal();
        longs[4] = progress.getClasses();
        longs[5] = progress.getMethods();
        longs[6] = progress.getLines();
        longs[7] = methods;
        longs[8] = problems;
        System.arraycopy(memory, 0, longs, MEMORY, CHANGES - MEMORY);
        System.arraycopy(changes, 0, longs, CHANGES, changes.length);
        return longs;
    }

    /** Reads what {@link #toLongs} wrote. */
    public static News from(long[] longs) {
        return new News(longs.clone());
    }

    public Progress progress() {
        return new Progress(longs[0], longs[1] != 0, number(2), number(3), number(4), number(5), number(6));
    }

    /** How many methods are known. */
    public int methods() {
        return number(7);
    }

    /** How many problems are known. */
    public int problems() {
        return number(8);
    }

    private int number(int at) {
        return (int) longs[at];
    }

    /** Bytes. */
    public long heapUsed() {
        return longs[MEMORY];
    }

    /** Bytes. */
    public long heapCommitted() {
        return longs[MEMORY + 1];
    }

    /** Bytes; -1 for no limit. */
    public long heapMax() {
        return longs[MEMORY + 2];
    }

    public long collections() {
        return longs[MEMORY + 3];
    }

    public long collectionMillis() {
        return longs[MEMORY + 4];
    }

    /** Bytes that all threads have allocated, as far as the JVM tells. */
    public long allocated() {
        return longs[MEMORY + 5];
    }

    /** As {@link AgentMXBean#changesSince}. */
    public long[] changes() {
        return Arrays.copyOfRange(longs, CHANGES, longs.length);
    }
}
