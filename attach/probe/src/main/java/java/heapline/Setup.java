package java.heapline;

/**
 * What the agent decides before a probe runs for the first time. {@link Probes} binds to it once, so that the compiler
 * sees constants; a later session in the same JVM finds the same choice.
 */
public final class Setup {
    private static volatile AllocationReader reader;
    private static volatile String readerText = "";

    private Setup() {}

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
