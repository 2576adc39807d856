package java.heapline;

/**
 * What the probes keep for one thread. Only that thread writes; the agent reads at any time, and takes the sums over
 * when the thread has ended.
 *
 * <p>The fields are public because instrumented code of any package reads them, without a call.
 */
public final class ThreadCounters {
    /** Longs a line takes: occurrences, bytes of profiled callees, bytes of its own, highest memory. */
    public static final int WIDTH = 4;

    /** A memory reading may be as old as this many bytes of the thread's own allocation. */
    static final long MEMORY_STEP = 64 * 1024;

    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    /** Methods that lie beside each other in {@link #blocks}. */
    private static final int BLOCK_BITS = 5;

    private static final int BLOCK = 1 << BLOCK_BITS;

    /** The thread. */
    public final Thread thread;

    /**
     * Counters by method id less {@link Threads#base}, in blocks: of many methods a thread, and most of all a virtual one,
     * comes to few. Null where it never came. The thread's own way to them is not volatile, as its way to
     * {@link ThreadTable} is not.
     */
    private long[][][] blocks = new long[0][][];

    /** The same for other threads. */
    private volatile long[][][] shown = blocks;

    /**
     * Bytes that lines have been charged with, each once, as Self. A frame compares it with the clock when it leaves a
     * line: what was charged meanwhile was charged by its callees, also by such as ended without a word because the stack
     * was full.
     */
    long charged;

    /** Bytes the profiler allocated on this thread: never charged to the program. */
    public long own;

    /** Key of the platform thread for {@link AllocationReader}; 0 for a virtual thread. */
    final long key;

    /** The last reading of the memory of the whole JVM. */
    long memory;

    /** The thread's clock from which the next look is due; long ago when every line is to be looked at. */
    public long lookAt = LONG_AGO;

    /**
     * With a limit of one call: {@link #lookAt} is early enough for calls that were entered at this clock or later. When
     * an earlier one goes on, the next line it leaves is looked at.
     */
    long coveredFrom = Long.MIN_VALUE;

    /** Bytes that the line left last has allocated, if there are enough for a look; 0 once they have been looked at. */
    private long lineBytes;

    /** The thread's clock when {@link #memory} was read. */
    private long readAt = LONG_AGO;

    /**
     * What the thread is to stop for at the end of the line it is on; null for nothing. {@link #lookAt} is long ago
     * meanwhile.
     */
    public Object trip;

    /** Whether the thread works for the profiler: what it counts is in no sum. Guarded by the lock of {@link Threads}. */
    boolean ours;

    /** While the thread works for the profiler: what it counts in otherwise. Guarded by the lock of {@link Threads}. */
    ThreadCounters standsFor;

    /** Counters taken from the thread that are in no sum yet; guarded by the lock of {@link Threads}. */
    SetAside aside;

    /** Longs of counters the thread has made, and of those taken from it; each written by one side only. */
    private volatile long made;

    private long taken;

    /**
     * Selfs of all its lines, bytes, as of the last time they were summed up; how much of that are counters which were
     * taken from it; and what it was when the counters were set back to zero. Guarded by the lock of {@link Threads}.
     */
    private long summed;

    private long settled;
    private long summedBefore;

    /** Virtual threads: who carried it at the last reading, what to subtract from that count, and the reading. */
    private Carrier carrier;

    private long carrierBase;
    private long carrierClock;
    private long wentOnAt = Long.MIN_VALUE;

    /** Virtual threads: the session that is told of mounts, and the carrier's key while mounted. */
    private final int told = Mounts.told();

    private long mountedOn;

    ThreadCounters(Thread thread, long key) {
        this.thread = thread;
        this.key = key;
    }

    /** Bytes the program allocated on this thread so far. */
    long clock() {
        return (key == 0 ? virtualClock() : Probes.READER.read(key)) - own;
    }

    /**
     * A virtual thread counts on its carrier. What others allocated there meanwhile must not be charged, so the count
     * goes on from the last reading when the carrier is another one, or another profiled virtual thread has used it.
     * Where the JVM tells of mounts there is nothing to find out.
     */
    private long virtualClock() {
        if (told != 0 && told == Mounts.told()) {
            if (mountedOn == 0) {
                mounted();
            }
            return mountedOn == 0 ? carrierClock : Probes.READER.read(mountedOn) - carrierBase;
        }
        long carrierKey = Probes.READER.carrierKey();
        if (carrierKey == 0) {
            return carrierClock;
        }
        Carrier now = carrier;
        if (now == null || now.key != carrierKey || now.guest != this) {
            now = Carrier.of(carrierKey);
            now.guest = this;
            // A frame of an earlier session, which still runs its old code, counts for nobody.
            if (carrier != null && Mounts.told() == 0) {
                Carrier.noteCrossing();
            }
            carrier = now;
            carrierBase = Probes.READER.read(carrierKey) - carrierClock;
            wentOnAt = carrierClock - own;
        }
        carrierClock = Probes.READER.read(carrierKey) - carrierBase;
        return carrierClock;
    }

    /** The virtual thread has a carrier, whose count its own goes on with. */
    void mounted() {
        long key = Probes.READER.carrierKeyOf(thread);
        if (key != 0) {
            carrierBase = Probes.READER.read(key) - carrierClock;
        }
        mountedOn = key;
    }

    /** The virtual thread leaves its carrier. */
    void unmounting() {
        if (mountedOn != 0) {
            carrierClock = Probes.READER.read(mountedOn) - carrierBase;
            mountedOn = 0;
        }
    }

    /** Whether a virtual thread lost what it had allocated before this reading: then it is in no account. */
    boolean wentOnAt(long clock) {
        return key == 0 && wentOnAt == clock;
    }

    /**
     * Looks whether the line stops: at the memory of the whole JVM, at what the line and the call have allocated.
     *
     * @param endOfLine whether a line has just been left
     * @param entry the clock at the entry of the call
     */
    void lookAtMemory(long clock, boolean endOfLine, long entry) {
        if (clock - readAt >= MEMORY_STEP) {
            memory = HeapReader.INSTANCE.read();
            readAt = clock;
        }
        long callFrom = MaxMem.callFrom();
        if (callFrom == Long.MAX_VALUE) {
            lookAt = clock + MEMORY_STEP;
            coveredFrom = Long.MIN_VALUE;
        } else {
            lookAt = clock + Math.min(MEMORY_STEP, callFrom - (clock - entry));
            coveredFrom = entry;
        }
        if (endOfLine) {
            MaxMem.check(this, memory, lineBytes, clock - entry);
            lineBytes = 0;
        }
        if (trip != null) {
            lookAt = LONG_AGO;
        }
        // The first look of a JVM loads classes.
        own += clock() - clock;
    }

    /** The line just left has allocated so much that it is to be looked at. */
    void lookAtLine(long bytes) {
        lineBytes = bytes;
        lookAt = LONG_AGO;
    }

    /** The thread is to stop at the end of the line it is on, or of the next one. It stands, or it is the calling one. */
    void stopFor(Object now) {
        trip = now;
        lookAt = LONG_AGO;
    }

    /** A call has ended, and the next line that its caller leaves is to be looked at. */
    void lookAtCaller() {
        lookAt = LONG_AGO;
    }

    /** The counters of a method; for the thread itself. */
    long[] of(int method, int lines) {
        long[] found = at(blocks, method - Threads.base());
        return found != null ? found : open(method, lines);
    }

    /**
     * What was counted in a method, or null; for any thread.
     *
     * @param index its id less {@link Threads#base}; negative for one of an earlier session
     */
    long[] at(int index) {
        return at(shown, index);
    }

    private static long[] at(long[][][] all, int index) {
        int block = index >>> BLOCK_BITS; // far out for a negative index
        if (block >= all.length) {
            return null;
        }
        long[][] methods = all[block];
        return methods == null ? null : methods[index & BLOCK - 1];
    }

    /** The next index for which {@link #at} may answer anything but null; for any thread. */
    int nextAfter(int index) {
        int next = index + 1;
        long[][][] all = shown;
        for (int block = next >>> BLOCK_BITS; block < all.length && all[block] == null; block++) {
            next = block + 1 << BLOCK_BITS;
        }
        return next;
    }

    /** From here on {@link #at} answers null. */
    int end() {
        return shown.length << BLOCK_BITS;
    }

    /** The counters of a method, made at its first entry on this thread. */
    private long[] open(int method, int lines) {
        long before = clock();
        long[] fresh = new long[lines * WIDTH];
        int index = method - Threads.base();
        if (index >= 0) {
            keep(index, fresh);
            made += fresh.length;
        }
        own += clock() - before;
        return fresh;
    }

    private void keep(int index, long[] fresh) {
        long[][][] all = blocks;
        int block = index >> BLOCK_BITS;
        if (block >= all.length) {
            long[][][] longer = new long[Math.max(block + 1, all.length * 2)][][];
            System.arraycopy(all, 0, longer, 0, all.length);
            all = longer;
        }
        if (all[block] == null) {
            all[block] = new long[BLOCK][];
        }
        all[block][index & BLOCK - 1] = fresh;
        shown = all;
        blocks = all;
    }

    /** Adds what it has counted to sums that have what was taken from it already. */
    void addTo(Sums sums) {
        summed = settled + sums.add(this);
    }

    /** What it has taken when it was summed up last counts no more. */
    void startAfresh() {
        summedBefore = summed;
    }

    /** What its lines took when it was summed up last, since the counters were set back to zero: their Selfs, bytes. */
    long selfBytes() {
        return summed - summedBefore;
    }

    /** Whether it is a virtual thread. */
    public boolean isVirtual() {
        return key == 0;
    }

    /** Bytes its counters take in the heap, about. */
    public long held() {
        return (made - taken) * Long.BYTES;
    }

    /** Those of the thread that count for the program, or null. */
    ThreadCounters counted() {
        return standsFor != null ? standsFor : ours ? null : this;
    }

    /** As {@link Threads#setAside}. */
    void setAside(boolean[] running) {
        for (int method = 0; method < running.length; method = nextAfter(method)) {
            long[] each = running[method] ? null : at(method);
            if (each != null) {
                aside = new SetAside(method, each, aside);
                shown[method >> BLOCK_BITS][method & BLOCK - 1] = null;
            }
        }
    }

    /** As {@link Threads#settle}. */
    void settle(boolean[] running, Sums sums) {
        SetAside kept = null;
        for (SetAside each = aside; each != null; each = each.next) {
            if (each.method >= running.length || running[each.method]) {
                kept = new SetAside(each.method, each.counters, kept);
            } else {
                if (!ours) {
                    settled += sums.add(each.method, each.counters);
                }
                taken += each.counters.length;
            }
        }
        aside = kept;
    }
}
