package java.heapline;

import jdk.internal.misc.Unsafe;

/**
 * Reads HotSpot's own counter of the current thread in about a nanosecond, without a native call: the bytes of its
 * finished allocation buffers plus what is used of the one it has. Where the fields lie is what HotSpot exports for
 * debuggers ({@code gHotSpotVMStructs}); nothing is assumed about the version.
 *
 * <p>Needs {@code jdk.internal.misc} exported and {@code java.lang} opened to the bootstrap loader's unnamed module.
 */
public final class RawReader extends AllocationReader {
    private static final Unsafe U = Unsafe.getUnsafe();
    private static final long EETOP = U.objectFieldOffset(Thread.class, "eetop");
    private static final long ALLOCATED;
    private static final long START;
    private static final long TOP;
    private static final long END;
    private static final Class<?> VIRTUAL = virtualThreads();

    /**
     * A field, not a method handle: calling one would spin classes on the program's thread. Its name stands in another
     * class: the JVM makes the texts of a class that were not used yet on the program's thread that has it compiled.
     */
    private static final long CARRIER = VmStructs.carrier(U, VIRTUAL);

    static {
        VmStructs structs = new VmStructs(U);
        ALLOCATED = structs.offset("Thread", "_allocated_bytes");
        long buffer = structs.offset("Thread", "_tlab");
        START = buffer + structs.offset("ThreadLocalAllocBuffer", "_start");
        TOP = buffer + structs.offset("ThreadLocalAllocBuffer", "_top");
        END = buffer + structs.offset("ThreadLocalAllocBuffer", "_end");
    }

    /**
     * Finds the fields.
     *
     * @throws UnsupportedOperationException (as the cause of an error at class initialisation) if this JVM does not
     *     export them
     */
    public RawReader() {}

    @Override
    public long keyOf(Thread current) {
        return U.getLong(current, EETOP);
    }

    @Override
    public long read(long key) {
        for (; ; ) {
            long allocated = U.getLongOpaque(null, key + ALLOCATED);
            long start = U.getLongOpaque(null, key + START);
            long top = U.getLongOpaque(null, key + TOP);
            // A safepoint between the reads may have retired the buffer: then the sum would count it twice or not.
            if (allocated == U.getLongOpaque(null, key + ALLOCATED)) {
                return allocated + (top - start);
            }
        }
    }

    @Override
    public long reserved(long key) {
        for (; ; ) {
            long end = U.getLongOpaque(null, key + END);
            long top = U.getLongOpaque(null, key + TOP);
            if (end == U.getLongOpaque(null, key + END)) {
                return end - top;
            }
        }
    }

    @Override
    public long carrierKey() {
        return carrierKeyOf(Thread.currentThread());
    }

    @Override
    public long carrierKeyOf(Thread virtual) {
        if (virtual.getClass() != VIRTUAL) {
            return 0;
        }
        Object carrier = U.getReference(virtual, CARRIER);
        return carrier == null ? 0 : U.getLong(carrier, EETOP);
    }

    private static Class<?> virtualThreads() {
        try {
            return Class.forName("java.lang.VirtualThread");
        } catch (ClassNotFoundException e) {
            return null; // A JVM without virtual threads.
        }
    }
}
