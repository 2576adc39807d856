package org.heapline.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM comes in. The only class of the agent on the program's own class loader, so it holds no state: the
 * agent itself lives in a loader of its own and is gone with it. Nothing is ever thrown into the program; a failure is
 * left for the client in a system property.
 */
public final class Entry {
    /** The system property that holds, on one line, why the agent could not start. */
    public static final String FAILURE = "heapline.failure";

    private Entry() {}

    /** For {@code -javaagent}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation, true);
    }

    /** For attaching to a running JVM. */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation, false);
    }

    private static void start(@Nullable String arguments, Instrumentation instrumentation, boolean beforeMain) {
        try {
            System.clearProperty(FAILURE);
            File jar = new File(Entry.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Object[] start = {jar.getPath(), arguments == null ? "" : arguments, instrumentation, beforeMain, null};
            Class.forName("org.heapline.agent.Startup", true, new AgentLoader(jar, start));
            if (start[4] != null) {
                report((Throwable) start[4]);
            }
        } catch (Throwable e) {
            report(e);
        }
    }

    private static void report(Throwable failure) {
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        System.setProperty(FAILURE, text.replace('\n', ' '));
    }
}
