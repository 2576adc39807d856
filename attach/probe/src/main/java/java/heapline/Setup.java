package java.heapline;

/**
 * What the agent decides before a probe runs for the first time. {@link Probes} binds to it once, so that the compiler
 * sees constants; a later session in the same JVM finds the same choice.
 */
public final class Setup {
    private static volatile AllocationReader reader;
    private static volatile String readerText = "";

    /** Tells these probes from those of another release; 0 before the first agent has come. */
    private static long mark;

    private Setup() {}

    /**
     * Whether the probes in this JVM are those that an agent was made with. They outlive its session.
     *
     * @param checksum of the agent's own
     */
    public static synchronized boolean isOf(long checksum) {
        if (mark == 0) {
            mark = checksum;
        }
        return mark == checksum;
    }

    /** Whether a reader was chosen in this JVM already. */
    public static boolean isDone() {
        return reader != null;
    }

    /**
     * Chooses the reader; only the first call counts.
     *
     * @param chosen the reader
     * @param text what a user is told about it
     */
    public static synchronized void choose(AllocationReader chosen, String text) {
        if (reader == null) {
            readerText = text;
            reader = chosen;
        }
    }

    /** What a user is told about the reader. */
    public static String readerText() {
        return readerText;
    }

    static AllocationReader reader() {
        return reader;
    }
}
