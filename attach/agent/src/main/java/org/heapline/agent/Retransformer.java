package org.heapline.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heapline.protocol.Problem;
import org.heapline.protocol.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Makes the loaded classes what is wanted, in batches, of which several are changed at once where there are many. Used by
 * the agent's thread only; progress may be read by any.
 */
final class Retransformer {
    private static final int BATCH = 200;

    /**
     * In a program that was started without an agent, the first change of a class has JDK 17 throw all compiled code away,
     * that of the agent as well: so where more follow it is a change of one class, before much of the agent is compiled.
     */
    private static final int FIRST_BATCH = 1;

    private final Instrumentation instrumentation;
    private final OwnCompilation compilation;
    private final ProbeTransformer transformer;
    private final Registry registry;
    private final Helpers helpers = new Helpers();
    private volatile long generation;
    private volatile boolean busy;
    private volatile boolean cancelled;
    private volatile boolean leaving;
    private volatile Batches current = new Batches(Collections.<Class<?>>emptyList());
    private boolean changedBefore;

    Retransformer(
            Instrumentation instrumentation,
            OwnCompilation compilation,
            ProbeTransformer transformer,
            Registry registry) {
        this.instrumentation = instrumentation;
        this.compilation = compilation;
        this.transformer = transformer;
        this.registry = registry;
    }

    Progress progress() {
        SeenClasses seen = transformer.seen();
        Batches batches = current;
        return new Progress(
                generation, busy, batches.done(), batches.total(), seen.probed(), seen.methods(), seen.lines());
    }

    /** Bytes allocated and nanoseconds of processor time of the threads that have helped, until now. */
    long[] costOfHelpers() {
        return helpers.cost();
    }

    void cancel() {
        cancelled = true;
    }

    /** Gives all classes their own bytecode back. This is the end, and cannot be cancelled. */
    void revert() {
        leaving = true;
        apply(generation, false);
    }

    /** Takes up what is wanted now. */
    void apply(long nextGeneration, boolean nameRunning) {
        cancelled = false;
        busy = true;
        List<Class<?>> classes = toChange();
        Batches batches = new Batches(classes);
        current = batches;
        generation = nextGeneration;
        try {
            if (nameRunning) {
                nameRunning(classes);
            }
            changeAll(batches);
        } finally {
            batches.end();
            busy = false;
        }
    }

    private void changeAll(Batches batches) {
        if (batches.total() <= BATCH) {
            changedBefore = true;
            helpers.work(new Share(batches), 1);
            return;
        }
        compilation.hurry();
        try {
            // Each batch stops the program for a moment: there is none more than that needs.
            if (!changedBefore) {
                changeNext(batches, FIRST_BATCH);
            }
            changedBefore = true;
            helpers.work(new Share(batches), Helpers.threads());
        } finally {
            compilation.optimise();
        }
    }

    /** What each thread does of a change. */
    private final class Share implements Runnable {
        private final Batches batches;

        Share(Batches batches) {
            this.batches = batches;
        }

        @Override
        public void run() {
            boolean more = true;
            while (more && (leaving || !cancelled)) {
                more = changeNext(batches, BATCH);
            }
        }
    }

    /** Whether there was anything left to change. */
    private boolean changeNext(Batches batches, int most) {
        List<Class<?>> batch = batches.take(most);
        if (batch == null) {
            return false;
        }
        change(batch);
        batches.done(batch);
        return true;
    }

    /** The names of the classes that a change to what is wanted would change. To be called on any thread. */
    Set<String> namesToChange(Wanted wanted) {
        Set<String> names = new HashSet<>();
        for (Class<?> each : LoadedClasses.in(instrumentation)) {
            if (mustChange(each, wanted) && instrumentation.isModifiableClass(each)) {
                names.add(each.getName());
            }
        }
        return names;
    }

    private boolean mustChange(Class<?> type, Wanted wanted) {
        return !type.isArray() && !type.isPrimitive() && transformer.mustChange(type, wanted);
    }

    private List<Class<?>> toChange() {
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> each : LoadedClasses.in(instrumentation)) {
            if (!mustChange(each, transformer.wanted())) {
                continue;
            }
            if (instrumentation.isModifiableClass(each)) {
                classes.add(each);
            } else if (!isMadeByTheJvm(each)) {
                transformer.refuse(each.getName(), "the JVM does not allow this class to be changed");
            }
        }
        return classes;
    }

    private static boolean isMadeByTheJvm(Class<?> type) {
        return type.getName().indexOf('/') >= 0 || type.isSynthetic();
    }

    private void change(List<Class<?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Throwable refusal = tryToChange(batch);
        Class<?> latest = transformer.takeLatest();
        if (refusal == null) {
            return;
        }
        if (batch.size() == 1) {
            transformer.refuse(batch.get(0).getName(), "the JVM refused it with line probes: " + refusal);
            return;
        }
        // One class spoils the batch, and none of it was changed. The JVM does not say which class it is. Where it
        // takes
        // one after the other (each is transformed, linked and verified before the next), it is the last that was
        // transformed. Newer JVMs link all of them first: then none was transformed, and trying the halves costs
        // little.
        int culprit = batch.indexOf(latest);
        if (culprit >= 0) {
            change(batch.subList(0, culprit));
            change(batch.subList(culprit, culprit + 1));
            change(batch.subList(culprit + 1, batch.size()));
        } else {
            change(batch.subList(0, batch.size() / 2));
            change(batch.subList(batch.size() / 2, batch.size()));
        }
    }

    private @Nullable Throwable tryToChange(List<Class<?>> batch) {
        transformer.expect(new FoundClasses(instrumentation));
        try {
            instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
            return null;
        } catch (UnmodifiableClassException | LinkageError | RuntimeException | InternalError e) {
            return e;
        }
    }

    /** A frame that is running keeps its old code, and runs slowly until it returns: that must be said. */
    private void nameRunning(List<Class<?>> classes) {
        Set<String> names = new HashSet<>();
        for (Class<?> each : classes) {
            names.add(each.getName());
        }
        Map<String, String> running = new HashMap<>();
        for (StackTraceElement[] frames : Thread.getAllStackTraces().values()) {
            for (StackTraceElement frame : frames) {
                if (names.contains(frame.getClassName())) {
                    running.put(frame.getClassName() + "#" + frame.getMethodName(), "");
                }
            }
        }
        for (String method : running.keySet()) {
            registry.problem(method, Problem.RUNNING);
        }
    }
}
