package java.heapline;

/**
 * What instrumented code calls, with backend {@code allocated}: bytes the executing thread allocated.
 *
 * <p>A profiled frame keeps in local variables: its thread's counters {@code t}, this method's counters {@code c}, the
 * clock when it last read it {@code mark}, the clock at its entry, how far the bytes charged on this thread were {@code
 * ahead} of that, and the line it is on. A
 * line is the index of its first counter in {@code c}. Only lines that may allocate read the clock when they are left.
 *
 * <p>Nothing here allocates, locks, logs or throws on the fast path.
 */
public final class Probes {
    static final AllocationReader READER = Setup.reader();

    /** Bits of a method's id that instrumented code pushes in one. */
    static final int ID_BITS = 15;

    /** From so many bytes of one execution of a line on there is a look whether a limit is exceeded. */
    static long lineFrom = Long.MAX_VALUE;

    private Probes() {}

    /**
     * The counters of the executing thread, for a frame.
     *
     * <p>Nothing is left in them for the frame: with most collectors a thread that stores a reference does as much again for
     * the collector, and waits for the other processors where it shares a card with another thread.
     */
    public static ThreadCounters thread() {
        return ThreadTable.current();
    }

    /**
     * What the thread counts in a method that is entered. All that one needs which can neither allocate nor throw: it
     * accounts for nothing.
     *
     * @param method its id
     * @param lines how many lines it has
     */
    public static long[] counters(ThreadCounters t, int method, int lines) {
        return t.of(method, lines);
    }

    /**
     * A profiled method is entered.
     *
     * @return the clock
     */
    public static long enter(ThreadCounters t) {
        long clock = t.clock();
        if (clock >= t.lookAt) {
            t.lookAtMemory(clock, false, clock);
        }
        return clock;
    }

    /**
     * How far the bytes charged on the thread are ahead of the clock when a method is entered.
     *
     * @param clock at the entry
     */
    public static long ahead(ThreadCounters t, long clock) {
        return t.charged - clock;
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

    /** A line was counted in a local variable {@code count} times, and comes into the method's counters. */
    public static void carry(ThreadCounters t, long[] c, int line, int count) {
        if (count != 0) {
            c[line] += count & 0xFFFFFFFFL;
            if (t.memory > c[line + 3]) {
                c[line + 3] = t.memory;
            }
        }
    }

    /** If the line that an exception has left is {@code derived}, which has no counter, {@code missing} is counted. */
    public static void broken(ThreadCounters t, long[] c, int line, int derived, int missing) {
        if (line == derived) {
            hit(t, c, missing);
        }
    }

    /**
     * As {@link #carry}, of up to ten lines, in the middle of a loop: {@code n} executions of line {@code l} each.
     *
     * <p>Written out, and with more than 325 bytes of code, so that HotSpot does not inline it: inlined, it makes the
     * compiler keep nothing of the loop around it in registers, and the loop takes twice the time.
     */
    public static void carryRarely(
            ThreadCounters t,
            long[] c,
            int l0,
            int n0,
            int l1,
            int n1,
            int l2,
            int n2,
            int l3,
            int n3,
            int l4,
            int n4,
            int l5,
            int n5,
            int l6,
            int n6,
            int l7,
            int n7,
            int l8,
            int n8,
            int l9,
            int n9) {
        if (n0 != 0) {
            c[l0] += n0 & 0xFFFFFFFFL;
            if (t.memory > c[l0 + 3]) {
                c[l0 + 3] = t.memory;
            }
        }
        if (n1 != 0) {
            c[l1] += n1 & 0xFFFFFFFFL;
            if (t.memory > c[l1 + 3]) {
                c[l1 + 3] = t.memory;
            }
        }
        if (n2 != 0) {
            c[l2] += n2 & 0xFFFFFFFFL;
            if (t.memory > c[l2 + 3]) {
                c[l2 + 3] = t.memory;
            }
        }
        if (n3 != 0) {
            c[l3] += n3 & 0xFFFFFFFFL;
            if (t.memory > c[l3 + 3]) {
                c[l3 + 3] = t.memory;
            }
        }
        if (n4 != 0) {
            c[l4] += n4 & 0xFFFFFFFFL;
            if (t.memory > c[l4 + 3]) {
                c[l4 + 3] = t.memory;
            }
        }
        if (n5 != 0) {
            c[l5] += n5 & 0xFFFFFFFFL;
            if (t.memory > c[l5 + 3]) {
                c[l5 + 3] = t.memory;
            }
        }
        if (n6 != 0) {
            c[l6] += n6 & 0xFFFFFFFFL;
            if (t.memory > c[l6 + 3]) {
                c[l6 + 3] = t.memory;
            }
        }
        if (n7 != 0) {
            c[l7] += n7 & 0xFFFFFFFFL;
            if (t.memory > c[l7 + 3]) {
                c[l7 + 3] = t.memory;
            }
        }
        if (n8 != 0) {
            c[l8] += n8 & 0xFFFFFFFFL;
            if (t.memory > c[l8 + 3]) {
                c[l8 + 3] = t.memory;
            }
        }
        if (n9 != 0) {
            c[l9] += n9 & 0xFFFFFFFFL;
            if (t.memory > c[l9 + 3]) {
                c[l9 + 3] = t.memory;
            }
        }
    }

    /**
     * A line is left that may have allocated. Who calls has to {@link #look} when the clock has come to {@code t.lookAt}.
     *
     * @return the clock
     */
    public static long leave(ThreadCounters t, long[] c, int line, long mark, long ahead) {
        long clock = t.clock();
        if (clock != mark) {
            long bytes = clock - mark;
            long callees = t.charged - mark - ahead;
            t.charged = clock + ahead;
            c[line + 2] += bytes - callees;
            if (callees != 0) {
                c[line + 1] += callees;
            }
            if (bytes >= lineFrom) {
                t.lookAtLine(bytes);
            }
        }
        if (t.memory > c[line + 3]) {
            c[line + 3] = t.memory;
        }
        return clock;
    }

    /**
     * A line is charged with the arguments of {@code super(...)} or {@code this(...)}, before the call in its middle: an
     * exception from inside that call passes no handler of the frame. The line has not ended, so nothing is looked at.
     *
     * @return the clock
     */
    public static long leaveArguments(ThreadCounters t, long[] c, int line, long mark, long ahead) {
        long clock = t.clock();
        long callees = t.charged - mark - ahead;
        t.charged = clock + ahead;
        c[line + 1] += callees;
        c[line + 2] += clock - mark - callees;
        return clock;
    }

    /**
     * The call has ended, and the line goes on as if it had never been left: it is left once more for all of it, and then
     * finds that the arguments have been charged. So they are taken out of what callees have been charged with.
     *
     * @param before the clock when the line began
     * @param mark the clock when the call began
     * @return the clock to go on from
     */
    public static long rejoin(long[] c, int line, long before, long mark) {
        c[line + 1] -= mark - before;
        return before;
    }

    /**
     * The memory of the JVM is read where a line has been left, if that is due.
     *
     * @param line the line that was left
     * @param entry the clock at the entry of the method
     * @return whether the thread may have to stop here
     */
    public static boolean look(ThreadCounters t, long[] c, int line, long clock, long entry) {
        if (clock >= t.lookAt) {
            t.lookAtMemory(clock, true, entry);
            if (t.memory > c[line + 3]) {
                c[line + 3] = t.memory;
            }
        }
        return t.trip != null;
    }

    /** The line that a place is left from: -1 is the place's own. */
    public static int lineOr(int from, int line) {
        return from < 0 ? line : from;
    }

    /**
     * A place that is reached from its own line and from others: leaves {@code from} and enters {@code line}, which may
     * allocate.
     *
     * @param from the line control comes from; -1 if it enters its own line again, or comes from the method's start
     * @param method its id if the thread must stop in this call, where the locals cannot be read; else -1
     */
    public static long move(ThreadCounters t, long[] c, int from, int line, long mark, long ahead, int method) {
        if (from == line) {
            return mark;
        }
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, ahead, method);
        c[line]++;
        return clock;
    }

    /** As {@link #move}, into a line that cannot allocate. */
    public static long moveHit(ThreadCounters t, long[] c, int from, int line, long mark, long ahead, int method) {
        if (from == line) {
            return mark;
        }
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, ahead, method);
        hit(t, c, line);
        return clock;
    }

    /** As {@link #moveHit}, where no line that control may come from can allocate. */
    public static void moveQuietly(ThreadCounters t, long[] c, int from, int line) {
        if (from != line) {
            hit(t, c, line);
        }
    }

    /** An exception is caught on {@code line}: the line that threw it is charged. */
    public static long caught(ThreadCounters t, long[] c, int from, int line, long mark, long ahead, int method) {
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, ahead, method);
        if (from != line) {
            hit(t, c, line);
        }
        return clock;
    }

    /** The frame returns; the line it was on is left already. */
    public static void exit(ThreadCounters t, long entry) {
        if (entry <= t.coveredFrom) {
            t.lookAtCaller();
        }
    }

    /** An exception leaves the frame: its last line is charged. */
    public static void thrown(ThreadCounters t, long[] c, int line, long mark, long entry, long ahead, int method) {
        if (line >= 0) {
            leaveOrStop(t, c, line, mark, ahead, method);
        }
        exit(t, entry);
    }

    /**
     * The thread may have to stop here, with these locals.
     *
     * @param idHigh the method's id without its lowest {@link #ID_BITS} bits
     * @param idLow those bits
     * @param line the line that is left
     * @param names which list of names of the method's variables belongs to the values; -1 for none. Not the names
     *     themselves: the JVM resolves all strings of a class on the thread that asks for it to be compiled, and those
     *     would be charged to the program
     */
    public static void stop(Object[] values, ThreadCounters t, int idHigh, int idLow, int line, long mark, int names) {
        long charged = t.charged;
        MaxMem.stop(t, idHigh << ID_BITS | idLow, line, names, values);
        t.own += t.clock() - mark;
        t.charged = charged;
    }

    /** As {@link #leave}, where control may come from the method's start or the line again: then {@code line} is left. */
    public static long leaveAny(ThreadCounters t, long[] c, int from, int line, long mark, long ahead) {
        return leave(t, c, from < 0 ? line : from, mark, ahead);
    }

    /** As {@link #leave} and {@link #look}, and for a method whose id is given {@link #stop} without locals. */
    public static long leaveOrStop(ThreadCounters t, long[] c, int line, long mark, long ahead, int method) {
        long clock = leave(t, c, line, mark, ahead);
        if (method >= 0 && clock >= t.lookAt && look(t, c, line, clock, clock)) {
            stop(null, t, 0, method, line, clock, -1);
        }
        return clock;
    }
}
