package org.heapline.agent;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** A limit as it is armed. */
final class ArmedLimit {
    private static final List<String> MEMORIES =
            Arrays.asList("heap", "live", "rss", "container", "line", "call", "rate");
    private static final List<String> ACTIONS = Arrays.asList("park", "debugger", "note");

    /** See {@code AgentMXBean.arm}. */
    final String memory;

    final long bytes;
    final String action;
    final long windowMillis;
    final boolean children;

    /** When the GC that confirms it ran last, and how long it is to be waited for the next, in nanoseconds. */
    long confirmedAt = System.nanoTime();

    long confirmAfter;

    private long live;

    private ArmedLimit(String memory, long bytes, String action, long windowMillis, boolean children) {
        this.memory = memory;
        this.bytes = bytes;
        this.action = action;
        this.windowMillis = windowMillis;
        this.children = children;
    }

    /**
     * Reads what the client asks for.
     *
     * @throws IllegalArgumentException if that is no limit; the message is fit for a user
     */
    static ArmedLimit of(String memory, String limit, String action, long windowMillis, boolean children) {
        if (!MEMORIES.contains(memory)) {
            throw new IllegalArgumentException("'" + memory + "' is no memory; choose one of " + MEMORIES);
        }
        if (!ACTIONS.contains(action)) {
            throw new IllegalArgumentException("'" + action + "' is no action; choose one of " + ACTIONS);
        }
        long bytes = limit.endsWith("%") ? share(memory, limit) : Long.parseLong(limit);
        if (bytes < 1) {
            throw new IllegalArgumentException("the limit must be at least 1 byte, not " + bytes);
        }
        if (memory.equals("rate") && windowMillis < 1000) {
            throw new IllegalArgumentException(
                    "growth is looked at over at least a second, not " + windowMillis + " ms");
        }
        if (memory.equals("container") && new ContainerMemory().used() < 0) {
            throw new IllegalArgumentException(
                    "the target runs in no container whose memory can be read; limit its heap or rss instead");
        }
        return new ArmedLimit(memory, bytes, action, windowMillis, children);
    }

    private static long share(String memory, String limit) {
        double share = Double.parseDouble(limit.substring(0, limit.length() - 1)) / 100;
        long whole;
        if (memory.equals("container")) {
            whole = new ContainerMemory().limit();
        } else if (memory.equals("heap") || memory.equals("live")) {
            whole = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
        } else {
            throw new IllegalArgumentException(
                    "a percentage limits heap, live or container, not " + memory + "; write a size such as 512MiB");
        }
        if (whole <= 0) {
            throw new IllegalArgumentException(
                    memory.equals("container")
                            ? "the target runs in no container with a memory limit; limit its heap or rss instead"
                            : "this JVM has no largest heap; write a size such as 512MiB");
        }
        return Math.max(1, (long) (whole * share));
    }

    /** Whether the memory is shared by all threads, so that code without probes can cross the limit too. */
    boolean isShared() {
        return !memory.equals("line") && !memory.equals("call");
    }

    /**
     * Refuses what cannot be seen while lines are made of that memory.
     *
     * @throws IllegalArgumentException with a message fit for a user
     */
    void requireSeenWith(String backend) {
        if (!isShared() && !backend.equals("allocated")) {
            throw new IllegalArgumentException("a limit of a " + memory
                    + " counts allocated bytes, and this session measures " + backend
                    + "; use backend allocated, or limit the heap");
        }
    }

    /** Whether the agent's own thread finds out, rather than the program's. */
    boolean isWatched() {
        return memory.equals("rate") || memory.equals("container");
    }

    /**
     * Runs a GC and reads what is left, at most so often that it takes a tenth of the time.
     *
     * @return the live heap, or -1 if it was looked at a moment ago
     */
    synchronized long liveHeap() {
        long start = System.nanoTime();
        if (start - confirmedAt < confirmAfter) {
            return -1;
        }
        live = LiveHeap.collect();
        confirmedAt = System.nanoTime();
        confirmAfter = (confirmedAt - start) * 9;
        return live;
    }

    /** What the last GC that confirms it has left, in bytes. */
    synchronized long lastLiveHeap() {
        return live;
    }
}
