package java.heapline;

/** Reads how many bytes the current thread has allocated. Implementations never allocate and never throw. */
public abstract class AllocationReader {
    /** Makes a reader; the agent chooses one before {@link Probes} is first used. */
    protected AllocationReader() {}

    /**
     * A number that belongs to this platform thread alone while it lives, and is what {@link #read} wants; 0 for a
     * virtual thread.
     *
     * @param current the calling thread
     */
    public abstract long keyOf(Thread current);

    /**
     * Bytes allocated so far.
     *
     * @param key of the calling thread, never 0
     */
    public abstract long read(long key);

    /** The key of the platform thread that carries the calling virtual thread; 0 if this JVM does not tell. */
    public abstract long carrierKey();

    /** The key of the platform thread that carries a virtual thread now; 0 for none, or if this JVM does not tell. */
    public abstract long carrierKeyOf(Thread virtual);

    /**
     * Bytes of the heap that the calling thread has taken for itself and not used yet; 0 if this JVM does not tell.
     *
     * @param key of the calling thread, never 0
     */
    public abstract long reserved(long key);
}
