package java.heapline;

/**
 * What is done for the profiler on threads that count for the program. Where classes are profiled that the profiler uses
 * too, its own work is counted apart; what it allocates is in no account of the program at any time. Thread-safe.
 */
public final class OwnWork {
    /** Whether classes are profiled that the profiler itself uses: some of the JDK's. */
    private static volatile boolean shared;

    private OwnWork() {}

    /** Classes are profiled that the profiler itself uses: from now on its own work is kept apart. */
    public static void share() {
        shared = true;
    }

    /**
     * The calling thread works for the profiler from here on: what it counts meanwhile is the program's no more. Ends
     * with {@link #stepBack}.
     *
     * @return what {@code stepBack} is to be given; null if nothing is to be kept apart
     */
    public static ThreadCounters stepAside() {
        if (!shared) {
            return null;
        }
        Thread me = Thread.currentThread();
        long key = Probes.READER.keyOf(me);
        synchronized (Threads.LOCK) {
            ThreadCounters mine = ThreadTable.add(me, key);
            if (mine.ours) {
                return null;
            }
            long before = mine.clock();
            ThreadCounters aside = new ThreadCounters(me, key);
            aside.ours = true;
            aside.standsFor = mine;
            ThreadTable.replace(mine, aside);
            mine.own += mine.clock() - before;
            return mine;
        }
    }

    /** The calling thread goes on with the program. */
    public static void stepBack(ThreadCounters mine) {
        if (mine != null) {
            synchronized (Threads.LOCK) {
                ThreadCounters aside = ThreadTable.find(mine.thread, mine.key);
                // The session may have ended meanwhile, and another one begun.
                if (aside != null && aside.standsFor == mine) {
                    ThreadTable.replace(aside, mine);
                }
            }
        }
    }

    /**
     * The calling thread, of a connection, asks the profiler something for a client, and answers nobody else: what it has
     * counted is not the program's.
     */
    public static void disownCaller() {
        if (shared) {
            Thread me = Thread.currentThread();
            synchronized (Threads.LOCK) {
                ThreadTable.add(me, Probes.READER.keyOf(me)).ours = true;
            }
        }
    }

    /** Threads that are there for the profiler alone: its own, and those that the JVM has for its client. */
    static boolean isOurs(Thread thread) {
        String name = thread.getName();
        return name.startsWith("heapline-")
                || name.equals("Attach Listener")
                || name.equals("RMI TCP Accept-0")
                || name.equals("RMI Scheduler(0)")
                || name.startsWith("JMX server connection timeout");
    }

    /** The counters in which the calling thread counts for the program, or null. */
    private static ThreadCounters ofCaller() {
        Thread me = Thread.currentThread();
        ThreadCounters mine = ThreadTable.find(me, Probes.READER.keyOf(me));
        return mine != null && mine.standsFor != null ? mine.standsFor : mine;
    }

    /** The program's clock of the calling thread, in bytes; 0 for a thread without counters. */
    public static long clockOfCaller() {
        ThreadCounters mine = ofCaller();
        return mine == null ? 0 : mine.clock();
    }

    /** Takes what the agent allocated on the calling thread since a clock reading out of the program's account. */
    public static void excuseSince(long clock, long more) {
        ThreadCounters mine = ofCaller();
        if (mine != null) {
            mine.own += mine.clock() - clock + (mine.wentOnAt(clock) ? 0 : more);
        }
    }

    /** Nothing is shared any more. */
    static void clear() {
        shared = false;
    }
}
