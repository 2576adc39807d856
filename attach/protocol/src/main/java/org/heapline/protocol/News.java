package org.heapline.protocol;

import java.util.Arrays;

/**
 * What a client asks for ten times a second, in the form that costs the target least: numbers alone, in one array. All as of
 * about the same moment.
 */
public final class News {
    private static final int MEMORY = 6;
    private static final int HEAD = 9 + MEMORY;

    private final Progress progress;
    private final int methods;
    private final int problems;
    private final long[] memory;
    private final long[] changes;

    /**
     * @param progress as {@link AgentMXBean#getProgress}
     * @param methods how many {@link AgentMXBean#methodsFrom} tells from the first on
     * @param problems how many {@link AgentMXBean#problemsFrom} tells from the first on
     * @param memory used, committed and largest heap, bytes, -1 where there is no limit; how many collections there were and
     *     their milliseconds; bytes allocated by all threads
     * @param changes as {@link AgentMXBean#changesSince}
     */
    public News(Progress progress, int methods, int problems, long[] memory, long[] changes) {
        this.progress = progress;
        this.methods = methods;
        this.problems = problems;
        this.memory = Arrays.copyOf(memory, MEMORY);
        this.changes = changes.clone();
    }

    /** Reads what {@link #toLongs} wrote. */
    public static News from(long[] longs) {
        Progress progress = new Progress(
                longs[0], longs[1] != 0, (int) longs[2], (int) longs[3], (int) longs[4], (int) longs[5], (int)
                        longs[6]);
        return new News(
                progress,
                (int) longs[7],
                (int) longs[8],
                Arrays.copyOfRange(longs, HEAD - MEMORY, HEAD),
                Arrays.copyOfRange(longs, HEAD, longs.length));
    }

    /** The form in which JMX carries it. */
    public long[] toLongs() {
        long[] longs = new long[HEAD + changes.length];
        longs[0] = progress.getGeneration();
        longs[1] = progress.isBusy() ? 1 : 0;
        longs[2] = progress.getDone();
        longs[3] = progress.getTotal();
        longs[4] = progress.getClasses();
        longs[5] = progress.getMethods();
        longs[6] = progress.getLines();
        longs[7] = methods;
        longs[8] = problems;
        System.arraycopy(memory, 0, longs, HEAD - MEMORY, MEMORY);
        System.arraycopy(changes, 0, longs, HEAD, changes.length);
        return longs;
    }

    public Progress progress() {
        return progress;
    }

    /** How many methods are known. */
    public int methods() {
        return methods;
    }

    /** How many problems are known. */
    public int problems() {
        return problems;
    }

    /** Bytes. */
    public long heapUsed() {
        return memory[0];
    }

    /** Bytes. */
    public long heapCommitted() {
        return memory[1];
    }

    /** Bytes; -1 for no limit. */
    public long heapMax() {
        return memory[2];
    }

    public long collections() {
        return memory[3];
    }

    public long collectionMillis() {
        return memory[4];
    }

    /** Bytes that all threads have allocated, as far as the JVM tells. */
    public long allocated() {
        return memory[5];
    }

    /** As {@link AgentMXBean#changesSince}. */
    public long[] changes() {
        return changes.clone();
    }
}
