package org.heapline.client;

import java.util.List;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** A thread stopped by MAXMEM. The methods that ask the target block and must not be called on the JavaFX thread. */
public interface PausedThread {
    /** How far a step goes. */
    enum Step {
        /** To the next line, in a called method of the program if there is one. */
        INTO,
        /** To the next line of the same method, or to the caller. */
        OVER,
        /** To the caller. */
        OUT
    }

    /** Where and why it stopped. */
    Trip trip();

    /** Whether it is stopped by JDI (stepping is possible) or parked by the agent. */
    boolean inDebugger();

    /** The frames now, innermost first; they change with {@link #step}. */
    List<Trip.Frame> frames();

    /** The locals of a frame. A parked thread has those of its innermost profiled frame only; else empty. */
    List<Trip.Local> locals(int frame) throws SessionException;

    /**
     * Looks into the locals of a frame: with counts and sizes, computed in the target in a second at most.
     *
     * @param path names from a local on; empty for the locals themselves
     */
    List<Variable> look(int frame, List<String> path) throws SessionException;

    /**
     * Evaluates a local or a field, followed by fields, indexes and methods without arguments. The methods run on the
     * stopped thread, for a few seconds at most.
     *
     * @return the value as text
     */
    String evaluate(int frame, String expression) throws SessionException;

    /** Steps. Only {@link #inDebugger()}. */
    void step(Step how) throws SessionException;

    /** Runs until the thread comes to that line. Only {@link #inDebugger()}. */
    void runTo(String className, int line) throws SessionException;

    /** Suspends all other threads of the program, or lets them go on again. Only {@link #inDebugger()}. */
    void suspendOthers(boolean suspended) throws SessionException;

    /** Whether all other threads are suspended. */
    boolean othersSuspended();

    /**
     * Lets go of JDWP while the thread stays where it is, so that another debugger can take over; {@link #resume()}
     * then releases it. When the other debugger has left, Heapline takes the thread back by itself.
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
