package java.heapline;

/**
 * The counters of all threads that came to a probe. The running thread finds its own without a lock: open addressing in a
 * table that only grows, and is laid anew when threads have ended. Where a loop calls methods that are inlined, the JVM's
 * compiler looks them up once, before the loop. Whatever changes it is guarded by the lock of {@link Threads}.
 */
final class ThreadTable {
    private static final int FIRST_SIZE = 256;

    /**
     * Written under the lock, read without one, and not volatile: a volatile reading would have the compiler look up all
     * anew in every round of a loop. A thread puts itself in, and what it finds of itself in an older table is as good;
     * where it finds nothing it looks again under the lock.
     */
    private static ThreadCounters[] table = new ThreadCounters[FIRST_SIZE];

    private static int count;
    private static int sweepAt = FIRST_SIZE;

    private ThreadTable() {}

    /** What it holds, with gaps of null. */
    static ThreadCounters[] all() {
        return table;
    }

    /** How many threads it holds. */
    static int count() {
        return count;
    }

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
        return find(thread, 0);
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

    /** Those of the calling thread, made if there are none. */
    static ThreadCounters add(Thread me, long key) {
        synchronized (Threads.LOCK) {
            ThreadCounters mine = find(me, key);
            if (mine == null) {
                if (count >= sweepAt) {
                    sweep();
                    sweepAt = Math.max(FIRST_SIZE, count * 2);
                }
                mine = new ThreadCounters(me, key);
                mine.ours = OwnWork.isOurs(me);
                put(mine);
            }
            return mine;
        }
    }

    private static void put(ThreadCounters counters) {
        if ((count + 1) * 4 > table.length) {
            grow();
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

    private static void grow() {
        ThreadCounters[] larger = new ThreadCounters[table.length * 4];
        for (ThreadCounters each : table) {
            if (each != null) {
                insert(larger, each);
            }
        }
        table = larger;
    }

    /** The counters of a thread by its key, or null. */
    static ThreadCounters find(Thread thread, long key) {
        return find(table, thread, key);
    }

    /** The thread of the old ones counts in others from here on. */
    static void replace(ThreadCounters old, ThreadCounters fresh) {
        for (int i = 0; i < table.length; i++) {
            if (table[i] == old) {
                table[i] = fresh;
            }
        }
    }

    /** Hands over those of threads that have ended, and forgets them. Allocates nothing where none has. */
    static void sweep() {
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
                Threads.takeOver(each);
            }
        }
        count = kept;
        table = alive;
    }

    private static boolean anyEnded() {
        for (ThreadCounters each : table) {
            if (each != null && !each.thread.isAlive()) {
                return true;
            }
        }
        return false;
    }

    /** Forgets all. */
    static void clear() {
        table = new ThreadCounters[FIRST_SIZE];
        count = 0;
        sweepAt = FIRST_SIZE;
    }
}
