package java.heapline;

/** What the lines of a thread that has ended, or of several virtual ones without a name, have been charged with. */
public final class EndedThread {
    public final String name;
    public final boolean virtual;

    /** The one that ended before it, or null. */
    public final EndedThread next;

    private long selfBytes;
    private int threads = 1;

    EndedThread(ThreadCounters counters, EndedThread next) {
        this.name = counters.thread.getName();
        this.virtual = counters.isVirtual();
        this.selfBytes = counters.selfBytes();
        this.next = next;
    }

    /** Takes in another one that nobody could tell from it; returns whether that was so. */
    boolean takesIn(ThreadCounters counters) {
        if (!virtual
                || !name.isEmpty()
                || !counters.isVirtual()
                || !counters.thread.getName().isEmpty()) {
            return false;
        }
        selfBytes += counters.selfBytes();
        threads++;
        return true;
    }

    /** Bytes since the counters were set back to zero. */
    public long selfBytes() {
        return selfBytes;
    }

    /** How many threads it stands for. */
    public int threads() {
        return threads;
    }
}
