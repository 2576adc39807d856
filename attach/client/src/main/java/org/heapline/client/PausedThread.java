package org.heapline.client;

import java.util.List;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** A thread stopped by MAXMEM. The methods that ask the target block and must not be called on the JavaFX thread. */
public interface PausedThread {
    /** Where and why it stopped. */
    Trip trip();

    /** Whether it is stopped by JDI (stepping is possible) or parked by the agent. */
    boolean inDebugger();

    /** The frames now, innermost first; they change with {@link #stepOver()}. */
    List<Trip.Frame> frames();

    /** The locals of a frame. A parked thread has those of its innermost profiled frame only; else empty. */
    List<Trip.Local> locals(int frame) throws SessionException;

    /** Runs to the next line of the same frame, or to the caller. Only {@link #inDebugger()}. */
    void stepOver() throws SessionException;

    /**
     * Lets go of JDWP while the thread stays on its line, so that another debugger can take over; {@link #resume()}
     * then releases it.
     *
     * @return what to type, such as {@code jdb -attach localhost:5005}
     */
    String handOver() throws SessionException;

    /** The address handed over to, or null while Heapline has the thread. */
    @Nullable
    String handedOverTo();

    /** Lets the thread go on. */
    void resume() throws SessionException;
}
