package java.heapline;

/** Sums of counters by method, over threads that count no more. Guarded by the lock of {@link Threads}. */
final class Sums {
    private static final int WIDTH = ThreadCounters.WIDTH;

    /** By method id less {@link Threads#base}. */
    private long[][] ofMethods = new long[64][];

    /** By the same: whether anything was ever added. Of many methods a program comes to few. */
    private boolean[] any = new boolean[64];

    Sums() {}

    /** Makes room for a method. */
    void define(int index, int lines) {
        if (index >= ofMethods.length) {
            long[][] longer = new long[ofMethods.length * 2][];
            System.arraycopy(ofMethods, 0, longer, 0, ofMethods.length);
            ofMethods = longer;
            boolean[] known = new boolean[longer.length];
            System.arraycopy(any, 0, known, 0, any.length);
            any = known;
        }
        ofMethods[index] = new long[lines * WIDTH];
    }

    /** Adds all that a thread has counted. */
    void add(ThreadCounters thread) {
        add(thread, ofMethods, any, ofMethods.length);
    }

    /** Adds what a thread has counted in one method. */
    void add(int method, long[] counters) {
        add(method, counters, ofMethods, any);
    }

    /** Copies the sums of the first methods; see {@link Threads#sum}. */
    void copy(long[][] into, boolean[] counted, int methods) {
        for (int method = 0; method < methods; method++) {
            if (any[method]) {
                long[] sums = ofMethods[method];
                System.arraycopy(sums, 0, madeFor(method, sums.length, into), 0, sums.length);
            } else if (counted[method]) {
                clear(into[method]);
            }
            counted[method] = any[method];
        }
    }

    private static long[] madeFor(int method, int length, long[][] into) {
        if (into[method] == null) {
            into[method] = new long[length];
        }
        return into[method];
    }

    private static void clear(long[] counters) {
        for (int i = 0; i < counters.length; i++) {
            counters[i] = 0;
        }
    }

    void forgetMemory() {
        for (long[] each : ofMethods) {
            forgetMemory(each);
        }
    }

    /** Adds what a thread has counted in the first methods. */
    static void add(ThreadCounters thread, long[][] into, boolean[] counted, int methods) {
        int end = Math.min(methods, thread.end());
        for (int method = 0; method < end; method = thread.nextAfter(method)) {
            long[] each = thread.at(method);
            if (each != null) {
                add(method, each, into, counted);
            }
        }
        for (SetAside each = thread.aside; each != null; each = each.next) {
            if (each.method < methods) {
                add(each.method, each.counters, into, counted);
            }
        }
    }

    /** The highest memory is a maximum. */
    private static void add(int method, long[] part, long[][] into, boolean[] counted) {
        long[] sum = madeFor(method, part.length, into);
        for (int i = 0; i < part.length; i += WIDTH) {
            sum[i] += part[i];
            sum[i + 1] += part[i + 1];
            sum[i + 2] += part[i + 2];
            sum[i + 3] = Math.max(sum[i + 3], part[i + 3]);
        }
        counted[method] = true;
    }

    static void forgetMemory(ThreadCounters thread) {
        for (int method = 0; method < thread.end(); method = thread.nextAfter(method)) {
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
