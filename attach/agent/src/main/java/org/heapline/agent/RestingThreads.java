package org.heapline.agent;

import java.heapline.ThreadCounters;
import java.heapline.Threads;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.heapline.protocol.ProfiledMethod;

/**
 * Keeps the counters small where many threads run the same code, as those of a pool do: what a thread has counted that
 * waits for something is added to the sums, and its memory given back. Used by the agent's thread alone.
 */
final class RestingThreads {
    /** Counters may take so much before anything is done. */
    private static final long ENOUGH_BYTES = 4 << 20;

    /** Where little can be given back the next try is so many looks away, at most. */
    private static final int MOST_PATIENCE = 64;

    /** One look lasts about so long at most; the next one goes on where it ended. */
    private static final long MOST_NANOS = 200_000_000;

    /** Longer stacks are cut off by the JVM. */
    private static final int DEEPEST = 1024;

    private final Registry registry;
    private final long enough;
    private final Map<String, Set<Integer>> methods = new HashMap<>();
    private int known;
    private int patience = 1;
    private int waits;
    private int next;

    RestingThreads(Registry registry) {
        this(registry, ENOUGH_BYTES);
    }

    RestingThreads(Registry registry, long enough) {
        this.registry = registry;
        this.enough = enough;
    }

    /** To be called once in a while. */
    void look() {
        if (Threads.held() < enough || --waits > 0) {
            return;
        }
        learn();
        ThreadCounters[] holders = Threads.holders();
        long start = System.nanoTime();
        long before = 0;
        long after = 0;
        for (int i = 0; i < holders.length && System.nanoTime() - start < MOST_NANOS; i++) {
            next = (next + 1) % holders.length;
            before += holders[next].held();
            settle(holders[next]);
            after += holders[next].held();
        }
        boolean worthIt = after < before / 2;
        patience = worthIt ? 1 : Math.min(patience * 2, MOST_PATIENCE);
        waits = patience;
    }

    private void learn() {
        for (ProfiledMethod each : registry.from(known)) {
            methods.computeIfAbsent(nameOf(each.getClassName(), each.getName()), first -> new HashSet<>())
                    .add(known++);
        }
    }

    private void settle(ThreadCounters counters) {
        StackTraceElement[] stack = counters.thread.getStackTrace();
        if (!rests(stack)) {
            return;
        }
        Threads.setAside(counters, on(stack));
        // It may have gone on meanwhile. From this look at its stack on it knows that its counters are gone.
        StackTraceElement[] later = counters.thread.getStackTrace();
        if (rests(later)) {
            Threads.settle(counters, on(later));
        }
    }

    /** A class may count in the rows of its kind, so classes of a kind are not told apart here: more is kept, not less. */
    private static String nameOf(String className, String method) {
        return Kinds.nameOf(className) + "#" + method;
    }

    /** Which methods may be on a stack, by id less {@link Threads#base}: all of the same kind of class and name. */
    private boolean[] on(StackTraceElement[] stack) {
        boolean[] on = new boolean[known];
        for (StackTraceElement each : stack) {
            for (int index :
                    methods.getOrDefault(nameOf(each.getClassName(), each.getMethodName()), Collections.emptySet())) {
                on[index] = true;
            }
        }
        return on;
    }

    /**
     * Whether a thread stands in a call that the JVM's compiler cannot see through: then it keeps counters in no
     * register but for the methods on its stack.
     */
    private static boolean rests(StackTraceElement[] stack) {
        return stack.length > 0
                && stack.length < DEEPEST
                && (stack[0].isNativeMethod() || stack[0].getClassName().equals("java.lang.VirtualThread"));
    }
}
