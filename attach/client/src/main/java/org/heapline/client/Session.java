package org.heapline.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.heapline.profile.Backend;
import org.heapline.profile.LineHistory;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimelineSample;
import org.heapline.protocol.Progress;
import org.heapline.protocol.RunningFrame;

/**
 * One attachment to one target, from attach to detach.
 *
 * <p>A session polls its target on a thread of its own. What it has is read without blocking ({@link #snapshot()},
 * {@link #state()}, {@link #progress()} ...); what asks the target something (declared with {@link SessionException})
 * blocks and must not be called on the JavaFX thread. All methods may be called from any thread.
 */
public interface Session extends AutoCloseable {
    /** What became of the attachment. */
    enum State {
        /** Attached and answering. */
        ATTACHED,
        /** The target has not answered for a while (it may be suspended); the session keeps trying. */
        SILENT,
        /** Ended by {@link Session#close()}. */
        DETACHED,
        /** The target ended or was killed; everything measured so far is kept. */
        LOST
    }

    /**
     * What the profiler itself costs the target.
     *
     * @param bytes allocated in the target so far
     * @param cpuNanos CPU time in the target so far
     * @param cpuShare share of one core over the last seconds, from 0; more than 1 where several threads work
     */
    record OwnCost(long bytes, long cpuNanos, double cpuShare) {}

    JvmProcess process();

    State state();

    /** The backend last asked for. */
    Backend backend();

    /** The patterns last asked for; empty for the application's own classes. */
    List<String> wanted();

    /**
     * Says what is to be profiled from now on: a desired state, not an addition. Returns when the target has taken the
     * request up; {@link #progress()} tells how far it is.
     *
     * @param patterns method patterns as in DESIGN; empty for the application's own classes
     * @throws SessionException if a pattern cannot be read or the target is gone
     */
    default void want(List<String> patterns, Backend backend, boolean includeChildren) throws SessionException {
        want(patterns, Set.of(), backend, includeChildren);
    }

    /**
     * As {@link #want(List, Backend, boolean)}, with classes that are to stay as they are whatever the patterns say.
     *
     * @param leftOut names of classes
     */
    void want(List<String> patterns, Set<String> leftOut, Backend backend, boolean includeChildren)
            throws SessionException;

    /** The classes last asked to be left out. */
    Set<String> leftOut();

    /**
     * The frames that have been running for a while in classes whose code {@link #want} would change; see
     * {@link Running} for why that matters. Changes nothing in the target.
     */
    List<RunningFrame> runningFrames(List<String> patterns, Backend backend) throws SessionException;

    /** The state of the last {@link #want} as of the last poll. */
    Progress progress();

    /**
     * Stops a running change of what is profiled, between two batches of classes, and goes back to what was profiled
     * before it.
     *
     * @return false if nothing was: of the first choice, what is done by then stays
     */
    boolean cancel() throws SessionException;

    /** All that was measured up to the last poll, without sources. Cheap: unchanged methods are shared. */
    Snapshot snapshot();

    /** When the lines took their bytes: grows with each poll. */
    default LineHistory lineHistory() {
        return new LineHistory(0);
    }

    /** The newest timeline sample, without copying the timeline. */
    TimelineSample latest();

    /** Loaded classes whose name contains the text, application first; at most {@code limit}. */
    List<String> findClasses(String text, int limit) throws SessionException;

    /** {@code name + descriptor} of each method of a loaded class. */
    List<String> methodsOf(String className) throws SessionException;

    /** The class file, for decompiling; empty if the target cannot find it. */
    byte[] classFile(String className) throws SessionException;

    /** Where sources may be found, from the target's class path, working folder and JDK. Never blocks after attach. */
    SourcePlaces sourcePlaces();

    /** MAXMEM of this session. */
    MaxMem maxMem();

    /** Sets the counters back to zero. */
    void reset() throws SessionException;

    /** Runs a garbage collection in the target. */
    void collect() throws SessionException;

    /**
     * Writes a heap dump on the target's machine.
     *
     * @param file must end with .hprof and must not exist
     * @param live only objects that are reachable; runs a GC first
     */
    void heapDump(Path file, boolean live) throws SessionException;

    /**
     * Writes a heap dump and compresses it; needs room for both meanwhile.
     *
     * @param file must end with .hprof.gz and must not exist
     * @param live only objects that are reachable; runs a GC first
     */
    void heapDumpCompressed(Path file, boolean live) throws SessionException;

    /**
     * Objects and bytes of each class, as text, most bytes first.
     *
     * @param live only objects that are reachable; runs a GC first
     */
    String histogram(boolean live) throws SessionException;

    /** The stacks of all threads with their locks, as text. */
    String threadDump() throws SessionException;

    OwnCost ownCost();

    /** Calls the listener after each poll and each change of state, on the session's thread. It must return quickly. */
    Subscription onUpdate(Runnable listener);

    /** Polls once now, so that {@link #snapshot()} holds everything counted before this call. */
    void refresh() throws SessionException;

    /**
     * Polls once now, and takes the snapshot of that very poll, with the slices of {@link #lineHistory()}: its lines and its
     * threads are of one moment. {@link #snapshot()} has lines that may be a second newer than its threads.
     *
     * @throws SessionException if the target does not answer or has ended
     */
    Snapshot newest() throws SessionException;

    /** Detaches: the target's bytecode is restored, the agent leaves. What was measured stays readable. */
    @Override
    void close();
}
