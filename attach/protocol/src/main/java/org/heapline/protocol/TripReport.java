package org.heapline.protocol;

import javax.management.openmbean.CompositeData;

/** The moment at which MAXMEM was exceeded, and where. */
public final class TripReport {
    private final int id;
    private final String memory;
    private final long currentBytes;
    private final long limitBytes;
    private final long atMillis;
    private final String thread;
    private final long threadId;
    private final String className;
    private final String method;
    private final String descriptor;
    private final String file;
    private final int line;
    private final boolean waiting;
    private final String[] stack;
    private final String[] locals;
    private final boolean approximate;
    private final String[] locks;
    private final String note;

    /**
     * @param id counts the trips of a session from 1
     * @param memory the kind of limit, as it was armed
     * @param currentBytes the memory at the trip
     * @param limitBytes the limit it exceeded
     * @param atMillis milliseconds since 1970
     * @param thread the thread's name
     * @param threadId the thread's Java id
     * @param className class of the line, as in {@link Class#getName()}
     * @param method method of the line
     * @param descriptor the method's JVM descriptor
     * @param file path of the source file below its root; empty if unknown
     * @param line the line that took the memory over the limit
     * @param waiting whether the thread is still stopped there
     * @param stack the frames, innermost first, as {@code class|method|file name|line}
     * @param locals the locals of that frame as {@code name|type|value}; {@code |} in a value is kept
     * @param approximate whether the limit was crossed in code without probes: then this is the thread that allocated
     *     most at that moment, and it was not stopped
     * @param locks what the thread holds, each as text
     * @param note why the thread was not stopped although it was to be, or what else is to be known; empty for nothing
     */
    @SuppressWarnings("TooManyParameters")
    public TripReport(
            int id,
            String memory,
            long currentBytes,
            long limitBytes,
            long atMillis,
            String thread,
            long threadId,
            String className,
            String method,
            String descriptor,
            String file,
            int line,
            boolean waiting,
            String[] stack,
            String[] locals,
            boolean approximate,
            String[] locks,
            String note) {
        this.id = id;
        this.memory = memory;
        this.currentBytes = currentBytes;
        this.limitBytes = limitBytes;
        this.atMillis = atMillis;
        this.thread = thread;
        this.threadId = threadId;
        this.className = className;
        this.method = method;
        this.descriptor = descriptor;
        this.file = file;
        this.line = line;
        this.waiting = waiting;
        this.stack = stack.clone();
        this.locals = locals.clone();
        this.approximate = approximate;
        this.locks = locks.clone();
        this.note = note;
    }

    /** Reads the form in which JMX carries this value. */
    public static TripReport from(CompositeData data) {
        return new TripReport(
                (Integer) data.get("id"),
                (String) data.get("memory"),
                (Long) data.get("currentBytes"),
                (Long) data.get("limitBytes"),
                (Long) data.get("atMillis"),
                (String) data.get("thread"),
                (Long) data.get("threadId"),
                (String) data.get("className"),
                (String) data.get("method"),
                (String) data.get("descriptor"),
                (String) data.get("file"),
                (Integer) data.get("line"),
                (Boolean) data.get("waiting"),
                (String[]) data.get("stack"),
                (String[]) data.get("locals"),
                (Boolean) data.get("approximate"),
                (String[]) data.get("locks"),
                (String) data.get("note"));
    }

    /** The same trip, its thread waiting or not. */
    public TripReport waiting(boolean now) {
        return new TripReport(
                id,
                memory,
                currentBytes,
                limitBytes,
                atMillis,
                thread,
                threadId,
                className,
                method,
                descriptor,
                file,
                line,
                now,
                stack,
                locals,
                approximate,
                locks,
                note);
    }

    public int getId() {
        return id;
    }

    public String getMemory() {
        return memory;
    }

    public long getCurrentBytes() {
        return currentBytes;
    }

    public long getLimitBytes() {
        return limitBytes;
    }

    public long getAtMillis() {
        return atMillis;
    }

    public String getThread() {
        return thread;
    }

    public long getThreadId() {
        return threadId;
    }

    public String getClassName() {
        return className;
    }

    public String getMethod() {
        return method;
    }

    public String getDescriptor() {
        return descriptor;
    }

    public String getFile() {
        return file;
    }

    public int getLine() {
        return line;
    }

    public boolean isWaiting() {
        return waiting;
    }

    public String[] getStack() {
        return stack.clone();
    }

    public String[] getLocals() {
        return locals.clone();
    }

    public boolean isApproximate() {
        return approximate;
    }

    public String[] getLocks() {
        return locks.clone();
    }

    public String getNote() {
        return note;
    }
}
