package org.heapline.agent;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of one change, handed out in batches to the threads that change them. Thread-safe. */
final class Batches {
    private final int total;
    private List<Class<?>> classes;
    private int taken;
    private int done;

    Batches(List<Class<?>> classes) {
        this.total = classes.size();
        this.classes = classes;
    }

    /** The next so many classes that nobody has taken, fewer at the end; null if there are no more. */
    synchronized @Nullable List<Class<?>> take(int most) {
        if (taken == classes.size()) {
            return null;
        }
        int from = taken;
        taken = Math.min(from + most, classes.size());
        return classes.subList(from, taken);
    }

    /** A batch that was taken is done with. */
    synchronized void done(List<Class<?>> batch) {
        done += batch.size();
    }

    /** No more are handed out, and none is held: the JVM may unload them. */
    synchronized void end() {
        classes = Collections.emptyList();
        taken = 0;
    }

    synchronized int done() {
        return done;
    }

    int total() {
        return total;
    }
}
