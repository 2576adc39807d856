package org.heapline.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What the agent inside the target offers over JMX. Every call renews the client's lease: when no call has come for
 * {@link #LEASE_MILLIS}, the agent restores the program's bytecode and leaves.
 *
 * <p>All calls may come from any thread. Patterns are a desired state: the last call of {@link #want} says all that is
 * to be profiled; what is no longer wanted is reverted.
 */
public interface AgentMXBean {
    /** The object name under which the agent registers in the platform MBean server. */
    String NAME = "org.heapline:type=Agent";

    /** Raised whenever a client of the previous number would misread this interface. */
    int PROTOCOL = 2;

    /** How long the agent stays without a sign of life from the client, in milliseconds. */
    long LEASE_MILLIS = 10_000;

    /** Longs a changed line takes in the answer of {@link #changesSince}. */
    int CHANGE_WIDTH = 6;

    /** The {@link #PROTOCOL} of the agent, which may be older or newer than the client's. */
    int getProtocol();

    /** How allocated bytes are read: {@code raw}, or {@code mxbean: <why the raw reader is not used>}. */
    String getReader();

    /**
     * Which client brought the agent here: its process id, a dash and a number that tells its sessions apart; empty if
     * nobody can say, as for an agent that was given to the JVM by hand.
     */
    String getClient();

    /**
     * Looks for frames that have been running for a while in classes whose code {@link #want} would change. They would
     * not be counted, and stay in the interpreter until they return, however soon the change is taken back. Nothing is
     * changed by looking; takes a tenth of a second if there are any.
     *
     * @param patterns as for {@link #want}
     * @param backend as for {@link #want}
     * @throws IllegalArgumentException if a pattern or the backend cannot be read; its message is fit for a user
     */
    RunningFrame[] runningFrames(String[] patterns, String backend);

    /**
     * Says what is to be profiled from now on. Returns at once; {@link #getProgress()} tells how far the change is.
     *
     * @param patterns method patterns; empty for the application's own classes (those that came from the same place
     *     as the main class)
     * @param leftOut names of classes that are to stay as they are, whatever the patterns say
     * @param backend {@code allocated}, {@code heap} or {@code rss}. Another backend than before starts all counters
     *     afresh.
     * @param includeChildren with {@code rss}: child processes too
     * @throws IllegalArgumentException if a pattern or the backend cannot be read; its message is fit for a user
     */
    void want(String[] patterns, String[] leftOut, String backend, boolean includeChildren);

    /** How far the last {@link #want} has come. */
    Progress getProgress();

    /** Stops a running change of what is profiled after the batch at hand; what is instrumented so far stays. */
    void cancel();

    /**
     * The profiled methods known so far, in the order of their ids.
     *
     * @param from the first id wanted; ids count from 0 without gaps
     */
    ProfiledMethod[] methodsFrom(int from);

    /**
     * The lines whose counters moved since a version.
     *
     * @param version 0 for everything, else the version of the last answer
     * @return {@code [version, (method id, line, occurrences, increment, self, mem usage)*]}: totals over all threads
     *     since the session began, bytes; see {@link #CHANGE_WIDTH}
     */
    long[] changesSince(long version);

    /** Sets all counters back to zero; the next {@link #changesSince} with version 0 shows only what came after. */
    void reset();

    /** What could not be profiled and why, from the given index on. */
    Problem[] problemsFrom(int from);

    /**
     * Loaded classes whose name contains the text, without regard to case.
     *
     * @param text part of a class name; empty for all
     * @param limit at most so many names
     * @return names as in source ({@code com.acme.Cart$Item}), application classes before libraries before the JDK
     */
    String[] findClasses(String text, int limit);

    /**
     * The methods of a loaded class as {@code name + descriptor}, in the order of the class file; empty when no such
     * class is loaded.
     */
    String[] methodsOf(String className);

    /** The class file as its loader finds it, for decompiling; empty when it cannot be found. */
    byte[] classFile(String className);

    /** Where a loaded class came from: a URL, or empty. */
    String locationOf(String className);

    /**
     * Arms MAXMEM. The first thread that runs over it in profiled code stops at the end of the line that did it. A trip
     * disarms the limit.
     *
     * @param limitBytes the limit, at least 1
     * @param memory {@code heap} (used), {@code live} (used, confirmed by a GC) or {@code rss}
     * @param action {@code park}: the thread waits in the agent until {@link #release}; {@code debugger}: the thread
     *     passes {@code java.heapline.Probes.stopHere()}, where a debugger has its breakpoint, and goes on when that
     *     debugger resumes it; {@code note}: the trip is written down and the thread goes on
     */
    void arm(long limitBytes, String memory, String action);

    /** Disarms MAXMEM; a thread that is already parked stays so until {@link #release}. */
    void disarm();

    /** The last trip of this session, or null while there was none. */
    @Nullable
    TripReport getTrip();

    /**
     * With {@code debugger}: keeps the stopped thread waiting in the agent after the debugger has resumed it, so that
     * another debugger can take over.
     */
    void hold();

    /** Lets the stopped thread go on. */
    void release();

    /** Runs a garbage collection in the target and returns when it is done. */
    void collect();

    /** The profiler's own cost so far: {@code [bytes allocated in the target, CPU nanoseconds in the target]}. */
    long[] getCost();

    /** Restores the program's bytecode, disarms, releases, unregisters and leaves. Returns when that is done. */
    void detach();
}
