package org.heapline.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The first step inside the agent's own loader: the probes must be there before anything that refers to them.
 *
 * <p>It is taken when this class is initialised, once for each loader. A call by reflection would do as well, but newer
 * JVMs make more than a dozen classes for it, in a program that waits.
 */
final class Startup {
    private static final int JAR = 0;
    private static final int ARGUMENTS = 1;
    private static final int INSTRUMENTATION = 2;
    private static final int BEFORE_MAIN = 3;
    private static final int FAILURE = 4;

    static {
        begin(Startup.class.getClassLoader());
    }

    private Startup() {}

    /** Starts the agent, or wakes the one that is there, with what its loader was given. A failure is left there. */
    @SuppressWarnings("unchecked")
    private static void begin(@Nullable ClassLoader loader) {
        if (!(loader instanceof Callable)) {
            return; // Not in a target.
        }
        @Nullable Object[] given = new @Nullable Object[FAILURE + 1];
        try {
            given = ((Callable<@Nullable Object[]>) loader).call();
            start(
                    String.valueOf(given[JAR]),
                    String.valueOf(given[ARGUMENTS]),
                    (Instrumentation) given[INSTRUMENTATION],
                    Boolean.TRUE.equals(given[BEFORE_MAIN]));
        } catch (Throwable e) {
            given[FAILURE] = e;
        }
    }

    private static void start(String jar, String arguments, Instrumentation instrumentation, boolean beforeMain)
            throws Exception {
        ProbeClasses.define(instrumentation, new File(new File(jar).getParentFile(), "heapline-probe.jar"));
        Engine.start(jar, arguments, instrumentation, beforeMain);
    }
}
