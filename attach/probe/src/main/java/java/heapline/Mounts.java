package java.heapline;

/**
 * What {@code java.lang.VirtualThread} calls while a session lasts: when a virtual thread has got a carrier, and when it
 * is about to leave it. In between, what the carrier allocates is the virtual thread's; so its count is exact across
 * parks, whoever used the carrier meanwhile.
 *
 * <p>Called in the middle of the change of threads: nothing here allocates, locks or throws.
 */
public final class Mounts {
    /** Which session's virtual threads are told about; 0 while none is. */
    private static volatile int told;

    private static int sessions;

    private Mounts() {}

    /** From now on the calls come. */
    public static synchronized void begin() {
        told = ++sessions;
    }

    /** No calls come any more. */
    public static void end() {
        told = 0;
    }

    /** Which session is told about; 0 for none. */
    static int told() {
        return told;
    }

    /** The thread has a carrier and is about to run on it. */
    public static void mounted(Thread thread) {
        if (told != 0) {
            ThreadCounters counters = ThreadTable.ofVirtual(thread);
            if (counters != null) {
                counters.mounted();
                if (counters.standsFor != null) {
                    counters.standsFor.mounted();
                }
            }
        }
    }

    /** The thread leaves its carrier; it has not yet. */
    public static void unmounting(Thread thread) {
        if (told != 0) {
            ThreadCounters counters = ThreadTable.ofVirtual(thread);
            if (counters != null) {
                counters.unmounting();
                if (counters.standsFor != null) {
                    counters.standsFor.unmounting();
                }
            }
        }
    }
}
