package org.heapline.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A JVM on this machine, as the list shows it.
 *
 * @param pid process id
 * @param name main class or jar as a user knows it, never empty
 * @param jdk Java version, or empty if it cannot be read
 * @param user owner of the process, or empty
 * @param startedAt when the process began, or null if it cannot be read
 * @param jdwp whether it was started with a debugger agent
 * @param container whether it runs in a container, and Heapline not in the same one
 * @param whyNot why this JVM cannot be attached to and what to do, or null if it can
 * @param heapUsed used heap in bytes as the JVM publishes it, or -1 if it does not
 * @param profiledBy process id of the Heapline that has a session with this JVM, or 0
 */
public record JvmProcess(
        long pid,
        String name,
        String jdk,
        String user,
        @Nullable Instant startedAt,
        boolean jdwp,
        boolean container,
        @Nullable String whyNot,
        long heapUsed,
        long profiledBy) {
    /** A JVM that runs in no container, and of which no more is known. */
    public JvmProcess(
            long pid,
            String name,
            String jdk,
            String user,
            @Nullable Instant startedAt,
            boolean jdwp,
            @Nullable String whyNot) {
        this(pid, name, jdk, user, startedAt, jdwp, false, whyNot, -1, 0);
    }

    /** The same JVM with this heap in use, in bytes; -1 if it is not known. */
    public JvmProcess withHeapUsed(long bytes) {
        return new JvmProcess(pid, name, jdk, user, startedAt, jdwp, container, whyNot, bytes, profiledBy);
    }

    /** Whether attaching is expected to work. */
    public boolean attachable() {
        return whyNot == null;
    }
}
