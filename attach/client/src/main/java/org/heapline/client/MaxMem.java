package org.heapline.client;

import java.time.Duration;
import java.util.List;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** The limits at which the program is stopped, and the stopped threads. May be called from any thread. */
public interface MaxMem {
    /** What is limited; there is at most one limit of each. */
    enum Memory {
        /** Used heap, garbage included. */
        HEAP,
        /** Used heap after a GC: garbage never trips it. */
        LIVE,
        /** Resident set of the process. */
        RSS,
        /** What the container that the target runs in uses. */
        CONTAINER,
        /** Bytes that one execution of a line has allocated since it was entered. */
        LINE,
        /** Bytes that one call of a method has allocated since it was entered. */
        CALL,
        /** Growth of the live heap, bytes a minute, that lasts for a window. */
        RATE
    }

    /** What happens to the thread that runs over a limit. */
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

    /**
     * A limit.
     *
     * @param bytes the limit; 0 if it is a percentage
     * @param percent of the largest heap, or of the container's limit; 0 if it is bytes
     * @param memory what is limited
     * @param action what to do
     * @param window with {@link Memory#RATE}: how long the growth must last
     * @param includeChildren with {@link Memory#RSS}: child processes too
     */
    record Limit(long bytes, double percent, Memory memory, Action action, Duration window, boolean includeChildren) {
        /** How long growth must last if nothing else is said. */
        public static final Duration WINDOW = Duration.ofMinutes(1);

        /** A limit in bytes. */
        public Limit(long bytes, Memory memory, Action action) {
            this(bytes, 0, memory, action, WINDOW, false);
        }

        /** The same limit with another action. */
        public Limit with(Action other) {
            return new Limit(bytes, percent, memory, other, window, includeChildren);
        }

        /** The same limit at another size. */
        public Limit with(long otherBytes) {
            return new Limit(otherBytes, 0, memory, action, window, includeChildren);
        }
    }

    /**
     * Arms, or edits the limit of the same memory. A trip disarms its limit. Also while a thread is stopped. Blocks; not
     * on the JavaFX thread.
     */
    void arm(Limit limit) throws SessionException;

    /** Disarms all; a stopped thread stays stopped. Blocks. */
    void disarm() throws SessionException;

    /** Disarms one. Blocks. */
    default void disarm(Memory memory) throws SessionException {
        disarm();
    }

    /** An armed limit, or null. */
    @Nullable
    Limit armed();

    /** All armed limits, percentages as bytes. */
    default List<Limit> limits() {
        Limit one = armed();
        return one == null ? List.of() : List.of(one);
    }

    /** The limit of a memory as it was armed last, also if it has tripped since; null if there was none. */
    default @Nullable Limit last(Memory memory) {
        return limits().stream()
                .filter(limit -> limit.memory() == memory)
                .findFirst()
                .orElse(null);
    }

    /** The last trip of the session, or null. */
    @Nullable
    Trip trip();

    /** All trips of the session, oldest first. */
    default List<Trip> trips() {
        Trip one = trip();
        return one == null ? List.of() : List.of(one);
    }

    /** The thread that is stopped now, or null; where several are, the first, until it goes on. */
    @Nullable
    PausedThread paused();

    /** The command line that starts the target again so that a debugger of this machine can stop it; never empty. */
    String restartWithDebugger();

    /** How many threads are stopped. */
    default int pausedCount() {
        return paused() == null ? 0 : 1;
    }
}
