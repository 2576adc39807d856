package org.heapline.protocol;

import javax.management.openmbean.CompositeData;

/** How far the agent is with what the client wants. Counts are classes unless said otherwise. */
public final class Progress {
    private final long generation;
    private final boolean busy;
    private final int done;
    private final int total;
    private final int classes;
    private final int methods;
    private final int lines;

    /**
     * @param generation counts the calls of {@code want} that have been taken up
     * @param busy whether classes are still being changed
     * @param done classes changed so far in this round
     * @param total classes to change in this round
     * @param classes classes with line probes now
     * @param methods profiled methods now
     * @param lines lines with a probe now
     */
    public Progress(long generation, boolean busy, int done, int total, int classes, int methods, int lines) {
        this.generation = generation;
        this.busy = busy;
        this.done = done;
        this.total = total;
        this.classes = classes;
        this.methods = methods;
        this.lines = lines;
    }

    /** Reads the form in which JMX carries this value. */
    public static Progress from(CompositeData data) {
        return new Progress(
                (Long) data.get("generation"),
                (Boolean) data.get("busy"),
                (Integer) data.get("done"),
                (Integer) data.get("total"),
                (Integer) data.get("classes"),
                (Integer) data.get("methods"),
                (Integer) data.get("lines"));
    }

    public long getGeneration() {
        return generation;
    }

    public boolean isBusy() {
        return busy;
    }

    public int getDone() {
        return done;
    }

    public int getTotal() {
        return total;
    }

    public int getClasses() {
        return classes;
    }

    public int getMethods() {
        return methods;
    }

    public int getLines() {
        return lines;
    }
}
