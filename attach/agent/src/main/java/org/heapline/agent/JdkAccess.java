package org.heapline.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** What a JVM with modules lets an agent do beyond Java 8. The class that does it is compiled apart, for Java 9. */
abstract class JdkAccess {
    private static volatile @Nullable JdkAccess offered;

    JdkAccess() {}

    /** The one for this JVM, or null if there is none. */
    static @Nullable JdkAccess find() {
        try {
            // It offers itself when it is loaded.
            Class.forName("org.heapline.agent.OpenedJdk", true, JdkAccess.class.getClassLoader());
            return offered;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    static void offer(JdkAccess access) {
        offered = access;
    }

    /**
     * Defines classes on the bootstrap loader.
     *
     * @param names with slashes, in an order in which each finds its superclass
     */
    abstract void define(Instrumentation instrumentation, String[] names, byte[][] files);

    /** Lets this agent into the JVM; to be called before {@link #isInitialized}. An earlier agent's way is not open to it. */
    abstract void open(Instrumentation instrumentation);

    /** Whether a class is initialised; false while it is just being. */
    abstract boolean isInitialized(Class<?> type);

    /**
     * Has the JVM carry out a diagnostic command, as jcmd would, and returns what it says. Does not begin the JVM's
     * management, which a program may want to prepare in its main method.
     *
     * @throws IllegalStateException if this JVM does not take it, and why
     */
    abstract String command(Instrumentation instrumentation, String command);

    /**
     * The reader of allocated bytes that takes them from the JVM's memory; throws what keeps it from that. Not by the
     * name of its type: the verifier would look for that before the probes are defined.
     */
    abstract Object rawReader(Instrumentation instrumentation);
}
