package java.heapline;

/**
 * The counters of all threads. The running thread finds its own without a lock: a table with open addressing that only
 * grows, and is laid anew when threads have ended. Where a loop calls methods that are inlined, the JVM's compiler looks
 * them up once, before the loop.
 */
public final class Threads {
    private static final Object LOCK = new Object();
    private static final int FIRST_SIZE = 256;

    /**
     * Written under the lock, read without one, and not volatile: a volatile reading would have the compiler look up all
     * anew in every round of a loop. A thread puts itself in, and what it finds of itself in an older table is as good;
     * where it finds nothing it looks again under the lock.
     */
    private static ThreadCounters[] table = new ThreadCounters[FIRST_SIZE];

    private static int count;
    private static int sweepAt = FIRST_SIZE;

    /** What threads counted that have ended, or that rest. */
    private static Sums sums = new Sums();

    private static long endedOwn;

    /** The threads that have ended since {@link #takeEnded}, the last one first; or null. */
    private static EndedThread ended;

    private static int base;
    private static int defined;

    /** Whether classes are profiled that the profiler itself uses: some of the JDK's. */
    private static volatile boolean shared;

    private Threads() {}

    /** The counters of the calling thread, made at its first probe. */
    static ThreadCounters current() {
        Thread me = Thread.currentThread();
        long key = Probes.READER.keyOf(me);
        ThreadCounters[] places = table;
        ThreadCounters first = places[place(key, me, places.length)];
        if (first != null && first.thread == me) {
            return first;
        }
        ThreadCounters found = find(places, me, key);
        return found != null ? found : add(me, key);
    }

    /** The counters of a virtual thread, or null if it never came to a probe. */
    static ThreadCounters ofVirtual(Thread thread) {
        return find(table, thread, 0);
    }

    private static int place(long key, Thread thread, int size) {
        long mixed = (key == 0 ? System.identityHashCode(thread) : key) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (size - 1);
    }

    private static ThreadCounters find(ThreadCounters[] places, Thread thread, long key) {
        for (int at = place(key, thread, places.length); ; at = (at + 1) & (places.length - 1)) {
            ThreadCounters each = places[at];
            if (each == null || each.thread == thread) {
                return each;
            }
        }
    }

    /** The counters of any thread, or null. */
    static ThreadCounters of(Thread thread) {
        for (ThreadCounters each : table) {
            if (each != null && each.thread == thread) {
                return each.standsFor != null ? each.standsFor : each;
            }
        }
        return null;
    }

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
        synchronized (LOCK) {
            ThreadCounters mine = add(me, key);
            if (mine.ours) {
                return null;
            }
            long before = mine.clock();
            ThreadCounters aside = new ThreadCounters(me, key);
            aside.ours = true;
            aside.standsFor = mine;
            replace(mine, aside);
            mine.own += mine.clock() - before;
            return mine;
        }
    }

    /** The calling thread goes on with the program. */
    public static void stepBack(ThreadCounters mine) {
        if (mine != null) {
            synchronized (LOCK) {
                ThreadCounters aside = find(table, mine.thread, mine.key);
                // The session may have ended meanwhile, and another one begun.
                if (aside != null && aside.standsFor == mine) {
                    replace(aside, mine);
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
            synchronized (LOCK) {
                add(me, Probes.READER.keyOf(me)).ours = true;
            }
        }
    }

    /** Threads that are there for the profiler alone: its own, and those that the JVM has for its client. */
    private static boolean isOurs(Thread thread) {
        String name = thread.getName();
        return name.startsWith("heapline-")
                || name.equals("Attach Listener")
                || name.equals("RMI TCP Accept-0")
                || name.equals("RMI Scheduler(0)")
                || name.startsWith("JMX server connection timeout");
    }

    private static void replace(ThreadCounters old, ThreadCounters fresh) {
        for (int i = 0; i < table.length; i++) {
            if (table[i] == old) {
                table[i] = fresh;
            }
        }
    }

    private static ThreadCounters add(Thread me, long key) {
        synchronized (LOCK) {
            ThreadCounters mine = find(table, me, key);
            if (mine == null) {
                if (count >= sweepAt) {
                    sweep();
                    sweepAt = Math.max(FIRST_SIZE, count * 2);
                }
                mine = new ThreadCounters(me, key);
                mine.ours = isOurs(me);
                put(mine);
            }
            return mine;
        }
    }

    private static void put(ThreadCounters counters) {
        if ((count + 1) * 4 > table.length) {
            layAnew(table.length * 4, true);
        }
        insert(table, counters);
        count++;
    }

    private static void insert(ThreadCounters[] places, ThreadCounters counters) {
        int at = place(counters.key, counters.thread, places.length);
        while (places[at] != null) {
            at = (at + 1) & (places.length - 1);
        }
        places[at] = counters;
    }

    private static void layAnew(int size, boolean withEnded) {
        ThreadCounters[] fresh = new ThreadCounters[size];
        int kept = 0;
        for (ThreadCounters each : table) {
            if (each != null && (withEnded || each.thread.isAlive())) {
                insert(fresh, each);
                kept++;
            }
        }
        count = kept;
        table = fresh;
    }

    /** Takes over the sums of threads that have ended and forgets the threads. Allocates nothing where none has. */
    public static void sweep() {
        synchronized (LOCK) {
            if (!anyEnded()) {
                return;
            }
            ThreadCounters[] alive = new ThreadCounters[table.length];
            int kept = 0;
            for (ThreadCounters each : table) {
                if (each == null) {
                    continue;
                }
                if (each.thread.isAlive()) {
                    insert(alive, each);
                    kept++;
                } else {
                    takeOver(each);
                }
            }
            count = kept;
            table = alive;
        }
    }

    private static boolean anyEnded() {
        for (ThreadCounters each : table) {
            if (each != null && !each.thread.isAlive()) {
                return true;
            }
        }
        return false;
    }

    private static void takeOver(ThreadCounters dead) {
        endedOwn += dead.own;
        if (dead.ours) {
            return;
        }
        if (dead.selfBytes() != 0 && (ended == null || !ended.takesIn(dead))) {
            ended = new EndedThread(dead, ended);
        }
        sums.add(dead);
    }

    /**
     * Makes room for the sums of a method, before code that enters it can run.
     *
     * @param lines how many lines it has
     * @return its id for {@link Probes#enter}, never used again in the life of this JVM: a thread may have entered old
     *     code of an earlier session and not come to its first probe yet
     */
    public static int define(int lines) {
        synchronized (LOCK) {
            sums.define(defined - base, lines);
            return defined++;
        }
    }

    /** The id of the first method of this session. */
    public static int base() {
        return base;
    }

    /**
     * Sums of the session's methods over all threads, those that ended included: for each method its lines with
     * {@link ThreadCounters#WIDTH} longs each: occurrences, Increment, Self, highest memory.
     *
     * @param into by method id less {@link #base}; the first {@code methods} entries are overwritten
     */
    public static void sum(long[][] into, int methods) {
        synchronized (LOCK) {
            sums.copy(into, methods);
            for (ThreadCounters each : table) {
                ThreadCounters counted = each == null ? null : each.counted();
                if (counted != null) {
                    Sums.add(counted, into, methods);
                }
            }
        }
        for (int method = 0; method < methods; method++) {
            long[] sums = into[method];
            for (int i = 0; i < sums.length; i += ThreadCounters.WIDTH) {
                sums[i + 1] += sums[i + 2]; // Callees' bytes and its own are the Increment.
            }
        }
    }

    /** Forgets the highest memory of every line and what each thread took, for a fresh start of the counters. */
    public static void startAfresh() {
        synchronized (LOCK) {
            ended = null;
            sums.forgetMemory();
            for (ThreadCounters each : table) {
                ThreadCounters counted = each == null ? null : each.counted();
                if (counted != null) {
                    counted.chargedBefore = counted.charged;
                    Sums.forgetMemory(counted);
                }
            }
        }
    }

    /** All threads that came to a probe. Those that have ended are told once. */
    public static ThreadRoll roll() {
        synchronized (LOCK) {
            sweep();
            int found = 0;
            ThreadCounters[] living = new ThreadCounters[count];
            for (ThreadCounters each : table) {
                ThreadCounters counted = each == null ? null : each.counted();
                if (counted != null) {
                    living[found++] = counted;
                }
            }
            return new ThreadRoll(shortened(living, found), takeEnded());
        }
    }

    /** The threads that have ended since they were told last, as far as they took memory; or null. */
    public static EndedThread takeEnded() {
        synchronized (LOCK) {
            EndedThread taken = ended;
            ended = null;
            return taken;
        }
    }

    /** Bytes that the counters of living threads take, about. */
    public static long held() {
        synchronized (LOCK) {
            long bytes = 0;
            for (ThreadCounters each : table) {
                if (each != null) {
                    bytes += each.held();
                }
            }
            return bytes;
        }
    }

    /** The threads that hold counters. */
    public static ThreadCounters[] holders() {
        synchronized (LOCK) {
            ThreadCounters[] holders = new ThreadCounters[count];
            int found = 0;
            for (ThreadCounters each : table) {
                if (each != null && each.held() > 0) {
                    holders[found++] = each;
                }
            }
            return shortened(holders, found);
        }
    }

    private static ThreadCounters[] shortened(ThreadCounters[] counters, int length) {
        ThreadCounters[] exact = new ThreadCounters[length];
        System.arraycopy(counters, 0, exact, 0, length);
        return exact;
    }

    /**
     * Sets the counters of a thread aside that it does not need now: at its next entry into one of these methods it
     * begins new ones. What it may still be using becomes known by a look at its stack <em>afterwards</em>; then
     * {@link #settle} follows.
     *
     * @param running by method id less {@link #base}: methods that stay as they are, as do those
     *     that it does not know
     */
    public static void setAside(ThreadCounters thread, boolean[] running) {
        synchronized (LOCK) {
            thread.setAside(running);
        }
    }

    /**
     * Adds what was set aside to the sums, and forgets it.
     *
     * @param running by method id less {@link #base}: methods that the thread may have been in when it was set aside, and
     *     has not left since; they stay aside
     */
    public static void settle(ThreadCounters thread, boolean[] running) {
        synchronized (LOCK) {
            thread.settle(running, sums);
        }
    }

    /** Forgets everything, after the last probe is gone. */
    public static void clear() {
        synchronized (LOCK) {
            table = new ThreadCounters[FIRST_SIZE];
            count = 0;
            sweepAt = FIRST_SIZE;
            sums = new Sums();
            base = defined;
            endedOwn = 0;
            ended = null;
            shared = false;
            Carrier.clear();
        }
    }

    /** Bytes the profiler allocated on the program's threads. */
    public static long ownBytes() {
        synchronized (LOCK) {
            long sum = endedOwn;
            for (ThreadCounters each : table) {
                if (each != null) {
                    sum += each.own + (each.standsFor == null ? 0 : each.standsFor.own);
                }
            }
            return sum;
        }
    }

    /** The counters in which the calling thread counts for the program, or null. */
    private static ThreadCounters ofCaller() {
        Thread me = Thread.currentThread();
        ThreadCounters mine = find(table, me, Probes.READER.keyOf(me));
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
}
