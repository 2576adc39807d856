package java.heapline;

/**
 * The used heap of the JVM, garbage included, in about 30 ns. What the calling thread has only reserved for its next
 * objects, a megabyte at a time, does not count: so the heap grows by what the thread allocates, when it allocates it.
 * Nor does what the profiler's own threads have taken ({@link OwnHeap}).
 */
public final class HeapReader extends MemoryReader {
    /** The one instance. */
    public static final HeapReader INSTANCE = new HeapReader();

    private static volatile boolean reservedIsUsed;

    private final Runtime runtime = Runtime.getRuntime();

    private HeapReader() {}

    /** Says whether this JVM counts as used what threads have only reserved; not all collectors do. */
    public static void reservedIsUsed(boolean counted) {
        reservedIsUsed = counted;
    }

    @Override
    public long read() {
        // The heap may be resized between the two calls; then their difference means nothing.
        for (; ; ) {
            long total = runtime.totalMemory();
            long free = runtime.freeMemory();
            long aside = reservedIsUsed ? reserved() + OwnHeap.taken() : 0;
            // A GC in between would give the reservation back.
            if (total == runtime.totalMemory() && free == runtime.freeMemory()) {
                return Math.max(0, total - free - aside);
            }
        }
    }

    private static long reserved() {
        long key = Probes.READER.keyOf(Thread.currentThread());
        key = key == 0 ? Probes.READER.carrierKey() : key;
        return key == 0 ? 0 : Probes.READER.reserved(key);
    }
}
