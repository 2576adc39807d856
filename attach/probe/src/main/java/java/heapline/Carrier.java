package java.heapline;

/** A platform thread that carries virtual threads. There are as many as processors, so a list will do. */
public final class Carrier {
    private static volatile boolean crossed;
    private static volatile Carrier[] all = new Carrier[0];

    final long key;

    /** The virtual thread that read this carrier's count last; written only by what runs on the carrier. */
    ThreadCounters guest;

    private Carrier(long key) {
        this.key = key;
    }

    static Carrier of(long key) {
        for (Carrier each : all) {
            if (each.key == key) {
                return each;
            }
        }
        return add(key);
    }

    private static synchronized Carrier add(long key) {
        Carrier[] longer = new Carrier[all.length + 1];
        System.arraycopy(all, 0, longer, 0, all.length);
        Carrier fresh = new Carrier(key);
        longer[all.length] = fresh;
        all = longer;
        return fresh;
    }

    /** A line was left on another carrier than it was entered on, or others used the carrier meanwhile. */
    static void noteCrossing() {
        crossed = true;
    }

    /** Whether a virtual thread was parked inside a line, so that what the line allocated before is not counted. */
    public static boolean wasCrossed() {
        return crossed;
    }

    static synchronized void clear() {
        crossed = false;
        all = new Carrier[0];
    }
}
