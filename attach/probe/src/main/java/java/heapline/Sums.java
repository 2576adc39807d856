package java.heapline;

/**
 * Sums of counters over threads: for each method of a session its lines with {@link ThreadCounters#WIDTH} longs each:
 * occurrences, Increment, Self, highest memory. Not thread-safe.
 */
public final class Sums {
    private static final int WIDTH = ThreadCounters.WIDTH;

    /** By method id less {@link Threads#base}; null where nothing was ever added, unless room was made for it. */
    private long[][] ofMethods = new long[64][];

    /** By the same: whether anything was ever added. Of many methods a program comes to few. */
    private boolean[] any = new boolean[64];

    private int methods;

    public Sums() {}

    /** How many methods there are. */
    public int methods() {
        return methods;
    }

    /** What was counted in a method, to be read only; null where nothing ever was. */
    public long[] of(int method) {
        return ofMethods[method];
    }

    /** Makes room for a method. */
    void define(int index, int lines) {
        reach(index + 1);
        ofMethods[index] = new long[lines * WIDTH];
    }

    private void reach(int more) {
        methods = Math.max(methods, more);
        if (methods > ofMethods.length) {
            long[][] longer = new long[Math.max(methods, ofMethods.length * 2)][];
            System.arraycopy(ofMethods, 0, longer, 0, ofMethods.length);
            ofMethods = longer;
            boolean[] known = new boolean[longer.length];
            System.arraycopy(any, 0, known, 0, any.length);
            any = known;
        }
    }

    /** Becomes a copy of others, of the same session. */
    void take(Sums others) {
        reach(others.methods);
        for (int method = 0; method < methods; method++) {
            if (others.any[method]) {
                long[] sums = others.ofMethods[method];
                System.arraycopy(sums, 0, madeFor(method, sums.length), 0, sums.length);
            } else if (any[method]) {
                clear(ofMethods[method]);
            }
            any[method] = others.any[method];
        }
    }

    private long[] madeFor(int method, int length) {
        if (ofMethods[method] == null) {
            ofMethods[method] = new long[length];
        }
        return ofMethods[method];
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

    /** Adds all that a thread has counted, as it is kept; returns the sum of the Selfs. */
    long add(ThreadCounters thread) {
        long self = 0;
        int end = Math.min(methods, thread.end());
        for (int method = 0; method < end; method = thread.nextAfter(method)) {
            long[] each = thread.at(method);
            if (each != null) {
                self += add(method, each);
            }
        }
        for (SetAside each = thread.aside; each != null; each = each.next) {
            self += add(each.method, each.counters);
        }
        return self;
    }

    /** Adds what a thread has counted in one method, as it is kept; returns the sum of the Selfs. */
    long add(int method, long[] counters) {
        long[] sum = madeFor(method, counters.length);
        long allSelf = 0;
        // The highest memory is a maximum.
        for (int i = 0; i < counters.length; i += WIDTH) {
            long self = counters[i + 2];
            sum[i] += counters[i];
            sum[i + 1] += counters[i + 1];
            sum[i + 2] += self;
            sum[i + 3] = Math.max(sum[i + 3], counters[i + 3]);
            allSelf += self;
        }
        any[method] = true;
        return allSelf;
    }

    /** Threads keep the bytes of callees and a line's own apart; both together are its Increment. */
    void addSelfToIncrement() {
        for (int method = 0; method < methods; method++) {
            if (any[method]) {
                long[] sums = ofMethods[method];
                for (int i = 0; i < sums.length; i += WIDTH) {
                    sums[i + 1] += sums[i + 2];
                }
            }
        }
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
