package org.heapline.client;

import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** The limit at which the program is stopped, and the stopped thread. May be called from any thread. */
public interface MaxMem {
    /** Which memory is limited. */
    enum Memory {
        /** Used heap, garbage included. */
        HEAP,
        /** Used heap after a GC: garbage never trips it. */
        LIVE,
        /** Resident set of the process. */
        RSS
    }

    /** What happens to the thread that runs over the limit. */
    enum Action {
        /** Stop in the debugger if the target has JDWP, else park. */
        AUTO,
        /** The thread waits in the agent. */
        PARK,
        /** The thread is stopped by JDI; needs a target started with JDWP. */
        JDWP,
        /** The trip is written down and the thread goes on. */
        NOTE
    }

    /** A limit: {@code bytes} of {@code memory}, and what to do. */
    record Limit(long bytes, Memory memory, Action action) {}

    /** Arms. Blocks; not on the JavaFX thread. A trip disarms. */
    void arm(Limit limit) throws SessionException;

    /** Disarms; a stopped thread stays stopped. Blocks. */
    void disarm() throws SessionException;

    /** The armed limit, or null. */
    @Nullable
    Limit armed();

    /** The last trip of the session, or null. */
    @Nullable
    Trip trip();

    /** The thread that is stopped now, or null. */
    @Nullable
    PausedThread paused();
}
