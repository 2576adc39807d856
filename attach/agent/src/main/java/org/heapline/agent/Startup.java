package org.heapline.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;

/** The first step inside the agent's own loader: the probes must be there before anything that refers to them. */
public final class Startup {
    private Startup() {}

    /**
     * Starts the agent, or wakes the one that is there.
     *
     * @param jar the agent's jar; the probes' jar lies beside it
     * @param arguments see {@link Arguments}
     * @param beforeMain whether the program has not begun yet
     * @throws Exception with a message for a user
     */
    public static void start(String jar, String arguments, Instrumentation instrumentation, boolean beforeMain)
            throws Exception {
        ProbeClasses.define(instrumentation, new File(new File(jar).getParentFile(), "heapline-probe.jar"));
        Engine.start(jar, arguments, instrumentation, beforeMain);
    }
}
