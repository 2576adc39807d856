package java.heapline;

/** Reads memory that all threads share: the used heap, or the resident set. Never throws. */
public abstract class MemoryReader {
    /** For the agent's readers. */
    protected MemoryReader() {}

    /** Bytes now. */
    public abstract long read();
}
