package java.heapline;

/**
 * What instrumented code calls, with backend {@code allocated}: bytes the executing thread allocated.
 *
 * <p>A profiled frame keeps in local variables: its thread's counters {@code t}, this method's counters {@code c}, the
 * clock when it last read it {@code mark}, the clock at its entry, its caller's callee bytes, and the line it is on. A
 * line is the index of its first counter in {@code c}. Only lines that may allocate read the clock when they are left.
 *
 * <p>Nothing here allocates, locks, logs or throws on the fast path.
 */
public final class Probes {
    static final AllocationReader READER = Setup.reader();

    /** Whether some thread has to stop at the end of the line it is on. Instrumented code looks at it. */
    public static boolean stopping;

    private Probes() {}

    /**
     * A profiled method is entered.
     *
     * @param method its id
     * @param lines how many lines it has
     * @return the thread's counters, with {@code current}, {@code now} and {@code saved} for this frame
     */
    public static ThreadCounters enter(int method, int lines) {
        ThreadCounters t = Threads.current();
        t.current = t.of(method, lines);
        long clock = t.clock();
        if (clock - t.memoryAt > ThreadCounters.MEMORY_STEP) {
            t.lookAtMemory(clock, false);
        }
        t.now = clock;
        t.saved = t.callees;
        t.callees = 0;
        return t;
    }

    /** A line is entered that may allocate: its memory is looked at when it is left. */
    public static void count(long[] c, int line) {
        c[line]++;
    }

    /** A line is entered that cannot allocate: memory is the same when it is left. */
    public static void hit(ThreadCounters t, long[] c, int line) {
        c[line]++;
        if (t.memory > c[line + 3]) {
            c[line + 3] = t.memory;
        }
    }

    /**
     * A line is left that may have allocated.
     *
     * @return the clock
     */
    public static long leave(ThreadCounters t, long[] c, int line, long mark) {
        long clock = t.clock();
        if (clock != mark) {
            c[line + 1] += clock - mark;
            c[line + 2] += clock - mark - t.callees;
            t.callees = 0;
            if (clock - t.memoryAt > ThreadCounters.MEMORY_STEP) {
                t.lookAtMemory(clock, true);
            }
        }
        if (t.memory > c[line + 3]) {
            c[line + 3] = t.memory;
        }
        return clock;
    }

    /**
     * A place that is reached from its own line and from others: leaves {@code from} and enters {@code line}, which may
     * allocate.
     *
     * @param from the line control comes from; -1 if it enters its own line again, or comes from the method's start
     * @param method its id if the thread must stop in this call, where the locals cannot be read; else -1
     */
    public static long move(ThreadCounters t, long[] c, int from, int line, long mark, int method) {
        if (from == line) {
            return mark;
        }
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, method);
        c[line]++;
        return clock;
    }

    /** As {@link #move}, into a line that cannot allocate. */
    public static long moveHit(ThreadCounters t, long[] c, int from, int line, long mark, int method) {
        if (from == line) {
            return mark;
        }
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, method);
        hit(t, c, line);
        return clock;
    }

    /** An exception is caught on {@code line}: the line that threw it is charged. */
    public static long caught(ThreadCounters t, long[] c, int from, int line, long mark, int method) {
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, method);
        if (from != line) {
            hit(t, c, line);
        }
        return clock;
    }

    /** The frame returns; the line it was on is left already. */
    public static void exit(ThreadCounters t, long mark, long entry, long saved) {
        t.callees = saved + (mark - entry);
    }

    /** An exception leaves the frame: its last line is charged. */
    public static void thrown(ThreadCounters t, long[] c, int line, long mark, long entry, long saved, int method) {
        long clock = line < 0 ? mark : leaveOrStop(t, c, line, mark, method);
        t.callees = saved + (clock - entry);
    }

    /**
     * The thread may have to stop here, with these locals.
     *
     * @param from the line that is left; -1: {@code line}
     * @param names which list of names of the method's variables belongs to the values; -1 for none. Not the names
     *     themselves: the JVM resolves all strings of a class on the thread that asks for it to be compiled, and those
     *     would be charged to the program
     */
    public static void stop(ThreadCounters t, int method, int from, int line, long mark, int names, Object[] values) {
        MaxMem.stop(t, method, from < 0 ? line : from, names, values);
        t.own += t.clock() - mark;
    }

    /** As {@link #leave}, for places where the locals cannot be read. */
    public static long leaveOrStop(ThreadCounters t, long[] c, int line, long mark, int method) {
        long clock = leave(t, c, line, mark);
        if (stopping && method >= 0) {
            stop(t, method, line, line, clock, -1, null);
        }
        return clock;
    }

    /** Where a debugger has its breakpoint: the thread passes here when MAXMEM trips and a debugger is to stop it. */
    public static void stopHere() {
        passed++;
    }

    /** Keeps {@link #stopHere} from being empty, so that it has an instruction to stop at. */
    private static volatile int passed;
}
