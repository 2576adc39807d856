package java.heapline;

/** Sums of counters by method, over threads that count no more. Guarded by the lock of {@link Threads}. */
final class Sums {
    private static final int WIDTH = ThreadCounters.WIDTH;

    /** By method id less {@link Threads#base}. */
    private long[][] ofMethods = new long[64][];

    Sums() {}

    /** Makes room for a method. */
    void define(int index, int lines) {
        if (index >= ofMethods.length) {
            long[][] longer = new long[ofMethods.length * 2][];
            System.arraycopy(ofMethods, 0, longer, 0, ofMethods.length);
            ofMethods = longer;
        }
        ofMethods[index] = new long[lines * WIDTH];
    }

    /** Adds all that a thread has counted. */
    void add(ThreadCounters thread) {
        add(thread, ofMethods, ofMethods.length);
    }

    /** Adds what a thread has counted in one method. */
    void add(int method, long[] counters) {
        add(ofMethods[method], counters);
    }

    /** Copies the sums of the first methods into arrays of the right lengths. */
    void copy(long[][] into, int methods) {
        for (int method = 0; method < methods; method++) {
            System.arraycopy(ofMethods[method], 0, into[method], 0, ofMethods[method].length);
        }
    }

    void forgetMemory() {
        for (long[] each : ofMethods) {
            forgetMemory(each);
        }
    }

    /** Adds what a thread has counted in the first methods. */
    static void add(ThreadCounters thread, long[][] into, int methods) {
        int end = Math.min(methods, thread.end());
        for (int method = 0; method < end; method++) {
            long[] each = thread.at(method);
            if (each != null) {
                add(into[method], each);
            }
        }
        for (SetAside each = thread.aside; each != null; each = each.next) {
            if (each.method < methods) {
                add(into[each.method], each.counters);
            }
        }
    }

    /** The highest memory is a maximum. */
    private static void add(long[] sum, long[] part) {
        for (int i = 0; i < part.length; i += WIDTH) {
            sum[i] += part[i];
            sum[i + 1] += part[i + 1];
            sum[i + 2] += part[i + 2];
            sum[i + 3] = Math.max(sum[i + 3], part[i + 3]);
        }
    }

    static void forgetMemory(ThreadCounters thread) {
        for (int method = 0; method < thread.end(); method++) {
            forgetMemory(thread.at(method));
        }
        for (SetAside each = thread.aside; each != null; each = each.next) {
            forgetMemory(each.counters);
        }
    }

    private static void forgetMemory(long[] counters) {
        if (counters != null) {
            for (int i = 3; i < counters.length; i += WIDTH) {
                counters[i] = 0;
            }
        }
    }
}
