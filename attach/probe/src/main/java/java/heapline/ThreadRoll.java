package java.heapline;

/** All threads that came to a probe, at one moment. */
public final class ThreadRoll {
    /** Those that have not ended. */
    public final ThreadCounters[] living;

    /** Those that have ended since the roll was called last, as far as they took memory, the last one first; or null. */
    public final EndedThread ended;

    ThreadRoll(ThreadCounters[] living, EndedThread ended) {
        this.living = living;
        this.ended = ended;
    }
}
