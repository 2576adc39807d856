package org.heapline.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.heapline.protocol.RunningFrame;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames that have been running for a while and may never return, such as that of a {@code main} with the
 * program's loop in it. Changing their class would leave them in the interpreter until they return.
 *
 * <p>A stack does not say since when a frame has been there. But a frame whose callers are all known to have stood still
 * is the same as a moment ago: the first frame of a thread is, and so is one that is called where its caller has no loop
 * around the call. A frame called from a loop may return at any moment, and is not meant.
 */
final class RunningFrames {
    private static final int LOOKS = 3;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int MOST = 1_000;

    private final ClassCatalog catalog;
    private final Map<String, @Nullable LoopedCalls> looped = new HashMap<>();

    private RunningFrames(ClassCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Looks at all stacks, and a few times more at those with such a frame; takes a tenth of a second if there are any.
     *
     * @param classNames the classes in question
     */
    static RunningFrame[] find(Set<String> classNames, ClassCatalog catalog) {
        return new RunningFrames(catalog).find(classNames);
    }

    private RunningFrame[] find(Set<String> classNames) {
        List<Seen> all = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            if (each.getKey() != Thread.currentThread()) {
                addTo(all, each.getKey(), each.getValue(), classNames);
            }
        }
        for (int look = 1; look < LOOKS && !all.isEmpty(); look++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            // Not getStackTrace() of each thread: it leaves out frames that are in here.
            Map<Thread, StackTraceElement[]> now = Thread.getAllStackTraces();
            for (Iterator<Seen> left = all.iterator(); left.hasNext(); ) {
                if (!left.next().isStillThere(now)) {
                    left.remove();
                }
            }
        }
        RunningFrame[] frames = new RunningFrame[Math.min(MOST, all.size())];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = all.get(i).described();
        }
        return frames;
    }

    /** From the first frame of the thread up to the first call that may be one of many. */
    private void addTo(List<Seen> all, Thread thread, StackTraceElement[] stack, Set<String> classNames) {
        for (int depth = 0; depth < stack.length; depth++) {
            StackTraceElement frame = stack[stack.length - 1 - depth];
            if (classNames.contains(frame.getClassName())) {
                all.add(new Seen(thread, stack, depth));
            }
            if (mayCallAgain(frame)) {
                return;
            }
        }
    }

    private boolean mayCallAgain(StackTraceElement frame) {
        String name = frame.getClassName();
        if (frame.isNativeMethod() || isMadeByTheJvm(name)) {
            return false;
        }
        if (!looped.containsKey(name)) {
            looped.put(name, LoopedCalls.of(catalog.classFile(name)));
        }
        LoopedCalls calls = looped.get(name);
        return calls == null || calls.has(frame);
    }

    /** What stands between a lambda's caller and its body calls once. */
    private static boolean isMadeByTheJvm(String className) {
        return className.indexOf('/') >= 0;
    }

    /** A frame at its depth above the first one of its thread. */
    private static final class Seen {
        private final Thread thread;
        private final int depth;
        private StackTraceElement[] stack;

        Seen(Thread thread, StackTraceElement[] stack, int depth) {
            this.thread = thread;
            this.stack = stack;
            this.depth = depth;
        }

        private StackTraceElement at(int place) {
            return stack[stack.length - 1 - place];
        }

        /** Whether its callers still stand where they stood. */
        boolean isStillThere(Map<Thread, StackTraceElement[]> stacks) {
            StackTraceElement[] itsOwn = stacks.get(thread);
            if (itsOwn == null || itsOwn.length <= depth) {
                return false;
            }
            Seen now = new Seen(thread, itsOwn, depth);
            if (!isSameMethod(at(depth), now.at(depth))) {
                return false;
            }
            for (int below = 0; below < depth; below++) {
                if (!at(below).equals(now.at(below))) {
                    return false;
                }
            }
            stack = now.stack;
            return true;
        }

        private static boolean isSameMethod(StackTraceElement one, StackTraceElement other) {
            return one.getClassName().equals(other.getClassName())
                    && one.getMethodName().equals(other.getMethodName());
        }

        RunningFrame described() {
            StackTraceElement frame = at(depth);
            return new RunningFrame(
                    frame.getClassName(), frame.getMethodName(), frame.getLineNumber(), thread.getName());
        }
    }
}
