package org.heapline.protocol;

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
    int PROTOCOL = 6;

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
    ProfiledMethods methodsFrom(int from);

    /**
     * The lines whose counters moved since a version.
     *
     * @param version 0 for everything, else the version of the last answer
     * @return {@code [version, (method id, line, occurrences, increment, self, mem usage)*]}: totals over all threads
     *     since the session began, bytes; see {@link #CHANGE_WIDTH}
     */
    long[] changesSince(long version);

    /**
     * All that a client asks for again and again, in one call.
     *
     * @param version as for {@link #changesSince}
     * @return what {@link News#from} reads
     */
    long[] newsSince(long version);

    /**
     * As {@link #changesSince}, and what the lines took on each thread since the session began or the counters were set
     * back to zero, as far as it is not 0: all Selfs added up by thread instead of by line, as of the same moment.
     */
    LinesAndThreads linesAndThreads(long version);

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
     * Arms a limit. There is one for each kind of memory: arming a kind again edits it. The first thread that runs over
     * a limit in profiled code stops at the end of the line that did it, and that disarms this limit.
     *
     * @param memory {@code heap} (used), {@code live} (used, confirmed by a GC), {@code rss}, {@code container} (what the
     *     container that the target runs in uses), {@code line} and {@code call} (bytes allocated by one execution of a
     *     line, by one call of a method), or {@code rate} (growth of the live heap, bytes a minute)
     * @param limit bytes, at least 1; or a percentage such as {@code 80%}: of the largest heap for {@code heap} and
     *     {@code live}, of the container's limit for {@code container}
     * @param action {@code park}: the thread waits in the agent until {@link #release}; {@code debugger}: the thread
     *     passes {@code java.heapline.MaxMem.stopHere(trip)}, where a debugger has its breakpoint, and goes on when that
     *     debugger resumes it; {@code note}: the trip is written down and the thread goes on
     * @param windowMillis with {@code rate}: how long the growth must last; else ignored
     * @param includeChildren with {@code rss}: child processes too
     * @return the limit in bytes
     * @throws IllegalArgumentException if it cannot be armed here; its message is fit for a user
     */
    long arm(String memory, String limit, String action, long windowMillis, boolean includeChildren);

    /**
     * Disarms; a thread that is already parked stays so until {@link #release}.
     *
     * @param memory which limit; empty for all
     */
    void disarm(String memory);

    /**
     * The trips of this session, oldest first.
     *
     * @param id from this one on; a few hundred are kept
     */
    TripReport[] tripsFrom(int id);

    /**
     * With {@code debugger}: keeps the stopped thread waiting in the agent after the debugger has resumed it, so that
     * another debugger can take over.
     */
    void hold(int trip);

    /** As {@link #hold} for a thread that has stepped on: it waits at the end of the line it comes to next. */
    void holdNext(int trip);

    /** Lets a stopped thread go on. */
    void release(int trip);

    /** Lets a held thread pass {@code java.heapline.MaxMem.stopHere(trip)} once more: a debugger has come back. */
    void stopAgain(int trip);

    /** Whether the thread of a trip waits in the agent, rather than in a debugger. */
    boolean isHeld(int trip);

    /**
     * Looks into the locals of a stopped frame. Runs no code of the program.
     *
     * @param path names joined by slashes, as in {@code cart/items/[3]}; empty for the locals themselves
     * @param millis how long sizes may be computed
     * @return {@code name|type|count|shallow bytes|deep bytes|flags|value} of each child, a few hundred at most; count is
     *     -1 for what has none; deep bytes are -1 for a primitive value; flags contain {@code ~} where the time was over
     *     and the size is a lower bound, and {@code +} where the child has children
     */
    String[] look(int trip, String path, long millis);

    /**
     * Takes over what a debugger has put into {@code java.heapline.MaxMem.handed}, for {@link #look}.
     *
     * @param names {@code name|type} of each value
     */
    void adopt(int trip, String[] names);

    /**
     * Evaluates an expression on a parked thread: a local, followed by fields, indexes and methods without arguments.
     *
     * @return {@code type|value}
     * @throws IllegalArgumentException if it cannot be evaluated; its message is fit for a user
     */
    String evaluate(int trip, String expression);

    /** Runs a garbage collection in the target and returns when it is done. */
    void collect();

    /** The profiler's own cost so far: {@code [bytes allocated in the target, CPU nanoseconds in the target]}. */
    long[] getCost();

    /**
     * Returns when the agent leaves. The JVM has a thread that watches for connections on which nothing is asked, and
     * which takes heap at the end of each answer, but not while another call is open: so this one is left open where
     * lines are made of the used heap.
     */
    void stay();

    /** Restores the program's bytecode, disarms, releases, unregisters and leaves. Returns when that is done. */
    void detach();
}
