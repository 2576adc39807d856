package java.heapline;

/**
 * Counters of one method that were taken from a thread, which may have been in the method just then and still count in
 * them. Guarded by the lock of {@link Threads}.
 */
final class SetAside {
    /** Its id less {@link Threads#base}. */
    final int method;

    final long[] counters;

    /** More of the thread's, or null. */
    final SetAside next;

    SetAside(int method, long[] counters, SetAside next) {
        this.method = method;
        this.counters = counters;
        this.next = next;
    }
}
