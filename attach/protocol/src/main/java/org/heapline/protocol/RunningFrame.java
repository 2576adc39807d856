package org.heapline.protocol;

import javax.management.openmbean.CompositeData;

/** A frame that was found running, in a class whose code would have to be changed. */
public final class RunningFrame {
    private final String className;
    private final String method;
    private final int line;
    private final String thread;

    /**
     * @param className binary name with dots
     * @param method its name alone
     * @param line where it was seen last, or a negative number if that is not known
     * @param thread the name of its thread
     */
    public RunningFrame(String className, String method, int line, String thread) {
        this.className = className;
        this.method = method;
        this.line = line;
        this.thread = thread;
    }

    /** Reads the form in which JMX carries this value. */
    public static RunningFrame from(CompositeData data) {
        return new RunningFrame(
                (String) data.get("className"), (String) data.get("method"), (Integer) data.get("line"), (String)
                        data.get("thread"));
    }

    public String getClassName() {
        return className;
    }

    public String getMethod() {
        return method;
    }

    public int getLine() {
        return line;
    }

    public String getThread() {
        return thread;
    }

    /** For a user: {@code com.acme.Main#main (line 12, thread main)}. */
    @Override
    public String toString() {
        return className + "#" + method + " (" + (line < 0 ? "" : "line " + line + ", ") + "thread " + thread + ")";
    }
}
