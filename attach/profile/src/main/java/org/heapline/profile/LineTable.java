package org.heapline.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line table while it is being measured: methods are defined once, their totals overwritten as they move.
 *
 * <p>May be used from any thread. {@link #methods()} is cheap enough for every frame: what did not change since the
 * last call is the same object as then.
 */
public final class LineTable {
    /** Longs that one changed line takes in {@link #apply}. */
    public static final int CHANGE_WIDTH = 6;

    private final List<@Nullable MethodCounters> counters = new ArrayList<>();
    private final List<@Nullable MethodStats> stats = new ArrayList<>();
    private final BitSet stale = new BitSet();
    private final Map<Integer, List<long[]>> early = new HashMap<>();
    private long version;
    private List<MethodStats> methods = List.of();

    /**
     * Makes a profiled method known. Defining an id again replaces it and sets its counters to zero.
     *
     * @param id counts from 0; the order of {@link #methods()}
     * @param className as in {@link Class#getName()}
     * @param method the method's name
     * @param descriptor the method's JVM descriptor
     * @param file path of the source file below its root; empty if unknown
     * @param location URL of the jar or folder of the class; empty if unknown
     * @param lines the lines that have a counter
     */
    public synchronized void define(
            int id, String className, String method, String descriptor, String file, String location, int[] lines) {
        while (counters.size() <= id) {
            counters.add(null);
            stats.add(null);
        }
        MethodCounters defined = new MethodCounters(className, method, descriptor, file, location, lines);
        for (long[] change : early.getOrDefault(id, List.of())) {
            defined.set(change, 0);
        }
        early.remove(id);
        counters.set(id, defined);
        stale.set(id);
    }

    /** The id that the next unknown method has: ids below it are defined or were skipped. */
    public synchronized int nextId() {
        return counters.size();
    }

    /**
     * Takes over new totals.
     *
     * @param changes {@code [version, (method id, line, occurrences, increment, self, mem usage)*]}: absolute totals in
     *     bytes, as the agent's {@code changesSince} answers. A line whose method is not defined yet is kept until it
     *     is.
     * @return whether any line was in it
     * @throws IllegalArgumentException if the array does not have that layout; nothing is taken over then
     */
    public synchronized boolean apply(long[] changes) {
        if (changes.length % CHANGE_WIDTH != 1) {
            throw new IllegalArgumentException("changes of " + changes.length + " longs: expected 1 + " + CHANGE_WIDTH
                    + " a line; agent and client are of different versions, use the same release of both");
        }
        version = changes[0];
        for (int at = 1; at < changes.length; at += CHANGE_WIDTH) {
            int id = (int) changes[at];
            MethodCounters known = id < counters.size() ? counters.get(id) : null;
            if (known == null) {
                early.computeIfAbsent(id, unused -> new ArrayList<>())
                        .add(Arrays.copyOfRange(changes, at, at + CHANGE_WIDTH));
            } else {
                known.set(changes, at);
                stale.set(id);
            }
        }
        return changes.length > 1;
    }

    /** The version of the last {@link #apply}; 0 before the first and after {@link #reset()}. */
    public synchronized long version() {
        return version;
    }

    /** Sets all counters to zero; the methods stay. */
    public synchronized void reset() {
        version = 0;
        early.clear();
        for (int id = 0; id < counters.size(); id++) {
            MethodCounters known = counters.get(id);
            if (known != null) {
                known.clear();
                stale.set(id);
            }
        }
    }

    /**
     * The defined methods in the order of their ids, each with all its lines. Unmodifiable; the same list as before
     * when nothing changed, else one that shares the unchanged methods.
     */
    public synchronized List<MethodStats> methods() {
        if (!stale.isEmpty()) {
            for (int id = stale.nextSetBit(0); id >= 0; id = stale.nextSetBit(id + 1)) {
                MethodCounters known = counters.get(id);
                stats.set(id, known == null ? null : known.toStats());
            }
            stale.clear();
            List<MethodStats> defined = new ArrayList<>(stats.size());
            for (MethodStats method : stats) {
                if (method != null) {
                    defined.add(method);
                }
            }
            methods = List.copyOf(defined);
        }
        return methods;
    }
}
