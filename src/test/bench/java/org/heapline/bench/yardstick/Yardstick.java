package org.heapline.bench.yardstick;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What others do: asks the JVM's bean for the thread's allocated bytes at every line. Counts for one thread only. */
public final class Yardstick {
    private static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long[] OCCURRENCES = new long[10_000];
    private static final long[] BYTES = new long[10_000];
    private static long last;

    private Yardstick() {}

    /** Called before each line. */
    public static void line(int line) {
        long now = BEAN.getCurrentThreadAllocatedBytes();
        OCCURRENCES[line]++;
        BYTES[line] += now - last;
        last = now;
    }
}
