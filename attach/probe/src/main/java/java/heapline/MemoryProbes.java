package java.heapline;

/**
 * What instrumented code calls, with the backends {@code heap} and {@code rss}: memory that all threads share, so every
 * line reads it when it is left. The same calls as {@link Probes}.
 */
public final class MemoryProbes {
    private static volatile MemoryReader reader = HeapReader.INSTANCE;

    private MemoryProbes() {}

    /** Chooses the memory; before code that calls these probes runs. */
    public static void read(MemoryReader chosen) {
        reader = chosen;
    }

    /** As {@link Probes#enter}. */
    public static long enter(ThreadCounters t) {
        return reader.read();
    }

    /** As {@link Probes#count}. */
    public static void count(long[] c, int line) {
        c[line]++;
    }

    /** As {@link Probes#leave}; the limit is looked at on every line. */
    public static long leave(ThreadCounters t, long[] c, int line, long mark, long ahead) {
        long now = reader.read();
        long callees = t.charged - mark - ahead;
        t.charged = now + ahead;
        c[line + 1] += callees;
        c[line + 2] += now - mark - callees;
        if (now > c[line + 3]) {
            c[line + 3] = now;
        }
        MaxMem.check(t, reader == HeapReader.INSTANCE ? now : HeapReader.INSTANCE.read(), 0, 0);
        return now;
    }

    /** As {@link Probes#leaveArguments}. */
    public static long leaveArguments(ThreadCounters t, long[] c, int line, long mark, long ahead) {
        long now = reader.read();
        long callees = t.charged - mark - ahead;
        t.charged = now + ahead;
        c[line + 1] += callees;
        c[line + 2] += now - mark - callees;
        return now;
    }

    /** As {@link Probes#move}. */
    public static long move(ThreadCounters t, long[] c, int from, int line, long mark, long ahead, int method) {
        if (from == line) {
            return mark;
        }
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, ahead, method);
        c[line]++;
        return clock;
    }

    /** As {@link Probes#caught}. */
    public static long caught(ThreadCounters t, long[] c, int from, int line, long mark, long ahead, int method) {
        long clock = leaveOrStop(t, c, from < 0 ? line : from, mark, ahead, method);
        if (from != line) {
            c[line]++;
        }
        return clock;
    }

    /** As {@link Probes#thrown}. */
    public static void thrown(ThreadCounters t, long[] c, int line, long mark, long entry, long ahead, int method) {
        if (line >= 0) {
            leaveOrStop(t, c, line, mark, ahead, method);
        }
    }

    /** As {@link Probes#stop}. */
    public static void stop(Object[] values, ThreadCounters t, int idHigh, int idLow, int line, long mark, int names) {
        MaxMem.stop(t, idHigh << Probes.ID_BITS | idLow, line, names, values);
    }

    /** As {@link Probes#leaveOrStop}. */
    public static long leaveOrStop(ThreadCounters t, long[] c, int line, long mark, long ahead, int method) {
        long now = leave(t, c, line, mark, ahead);
        if (t.trip != null && method >= 0) {
            stop(null, t, 0, method, line, now, -1);
        }
        return now;
    }
}
