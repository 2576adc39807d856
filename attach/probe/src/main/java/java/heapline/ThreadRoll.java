package java.heapline;

/** All threads that came to a probe, and what their lines took, at one moment. */
public final class ThreadRoll {
    /** Those that have not ended. */
    public final ThreadCounters[] living;

    /** By the same: the Selfs of its lines since the counters were set back to zero, bytes. */
    public final long[] selfBytes;

    /** Those that have ended since they were told last, as far as they took memory, the last one first; or null. */
    public final EndedThread ended;

    ThreadRoll(ThreadCounters[] living, EndedThread ended) {
        this.living = living;
        this.selfBytes = new long[living.length];
        for (int i = 0; i < living.length; i++) {
            selfBytes[i] = living[i].selfBytes();
        }
        this.ended = ended;
    }
}
