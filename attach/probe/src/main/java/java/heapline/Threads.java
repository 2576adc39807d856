package java.heapline;

/** What all threads have counted together, those that have ended and those in {@link ThreadTable}. Thread-safe. */
public final class Threads {
    /** Guards what all threads share. */
    static final Object LOCK = new Object();

    /** What threads counted that have ended, or that rest. */
    private static Sums sums = new Sums();

    private static long endedOwn;

    /** The threads that have ended since {@link #takeEnded}, the last one first; or null. */
    private static EndedThread ended;

    private static int base;
    private static int defined;

    private Threads() {}

    /** Takes over the sums of threads that have ended and forgets the threads. Allocates nothing where none has. */
    public static void sweep() {
        synchronized (LOCK) {
            ThreadTable.sweep();
        }
    }

    /** A thread has ended. */
    static void takeOver(ThreadCounters dead) {
        endedOwn += dead.own;
        if (dead.ours) {
            return;
        }
        dead.addTo(sums);
        if (dead.selfBytes() != 0 && (ended == null || !ended.takesIn(dead))) {
            ended = new EndedThread(dead, ended);
        }
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
     * Sums up what was counted in each method so far, over all threads, those that ended included.
     *
     * @param session what {@link #base} was when the methods were defined
     * @param into the sums as of the last call of the same session, or none; by method id less {@code session}
     * @throws IllegalStateException if that session has ended: its counters are gone, not zero
     */
    public static void sum(int session, Sums into) {
        synchronized (LOCK) {
            sumUp(session, into);
        }
        into.addSelfToIncrement();
    }

    private static void sumUp(int session, Sums into) {
        if (session != base) {
            throw new IllegalStateException("the session has ended, and its counters are gone");
        }
        into.take(sums);
        for (ThreadCounters each : ThreadTable.all()) {
            ThreadCounters counting = each == null ? null : each.counted();
            if (counting != null) {
                counting.addTo(into);
            }
        }
    }

    /** As {@link #sum}; from here on what each thread took counts from zero, and so does the highest memory of lines. */
    public static void startAfresh(int session, Sums into) {
        synchronized (LOCK) {
            sums.forgetMemory();
            for (ThreadCounters each : ThreadTable.all()) {
                ThreadCounters counting = each == null ? null : each.counted();
                if (counting != null) {
                    Sums.forgetMemory(counting);
                }
            }
            sumUp(session, into);
            ended = null;
            for (ThreadCounters each : ThreadTable.all()) {
                ThreadCounters counting = each == null ? null : each.counted();
                if (counting != null) {
                    counting.startAfresh();
                }
            }
        }
        into.addSelfToIncrement();
    }

    /**
     * As {@link #sum}, and what each thread has of it: the bytes of the threads add up to the Selfs of the lines. Threads
     * that have ended are told once.
     */
    public static ThreadRoll sumByThread(int session, Sums into) {
        ThreadRoll roll;
        synchronized (LOCK) {
            sweep();
            sumUp(session, into);
            int found = 0;
            ThreadCounters[] living = new ThreadCounters[ThreadTable.count()];
            for (ThreadCounters each : ThreadTable.all()) {
                ThreadCounters counting = each == null ? null : each.counted();
                if (counting != null) {
                    living[found++] = counting;
                }
            }
            roll = new ThreadRoll(shortened(living, found), takeEnded());
        }
        into.addSelfToIncrement();
        return roll;
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
            for (ThreadCounters each : ThreadTable.all()) {
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
            ThreadCounters[] holders = new ThreadCounters[ThreadTable.count()];
            int found = 0;
            for (ThreadCounters each : ThreadTable.all()) {
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
            ThreadTable.clear();
            sums = new Sums();
            base = defined;
            endedOwn = 0;
            ended = null;
            OwnWork.clear();
            Carrier.clear();
        }
    }

    /** Bytes the profiler allocated on the program's threads. */
    public static long ownBytes() {
        synchronized (LOCK) {
            long sum = endedOwn;
            for (ThreadCounters each : ThreadTable.all()) {
                if (each != null) {
                    sum += each.own + (each.standsFor == null ? 0 : each.standsFor.own);
                }
            }
            return sum;
        }
    }
}
