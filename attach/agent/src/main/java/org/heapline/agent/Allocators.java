package org.heapline.agent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which thread allocates most at the moment: what each has allocated between two looks. Used by the agent's thread. */
final class Allocators {
    private static final int DEEPEST = 200;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private Map<Long, Long> before = new HashMap<>();
    private long busiest = -1;
    private long most;
    private long lookedAt = System.nanoTime();
    private long between;

    /** Looks again. */
    void look() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> now = new HashMap<>();
        long found = -1;
        long largest = 0;
        for (int i = 0; i < ids.length; i++) {
            now.put(ids[i], bytes[i]);
            Long last = before.get(ids[i]);
            long grown = bytes[i] - (last == null ? 0 : last);
            if (grown > largest && !before.isEmpty() && !isOurs(ids[i])) {
                largest = grown;
                found = ids[i];
            }
        }
        before = now;
        busiest = found;
        most = largest;
        between = System.nanoTime() - lookedAt;
        lookedAt = System.nanoTime();
    }

    private boolean isOurs(long id) {
        ThreadInfo info = threads.getThreadInfo(id);
        return info == null
                || info.getThreadName().startsWith("RMI ")
                || info.getThreadName().startsWith("JMX ")
                || info.getThreadName().startsWith("heapline-")
                || info.getThreadName().equals("Attach Listener");
    }

    /** The thread that allocated most between the last two looks; -1 if none did. */
    long busiest() {
        return busiest;
    }

    /** Where the busiest thread is now; null if none allocates or it has ended. */
    @Nullable
    ThreadInfo whereBusiest() {
        return busiest < 0 ? null : threads.getThreadInfo(busiest, DEEPEST);
    }

    /** How much it allocated in how long, for a user. */
    String figure() {
        return String.format("%.1f MiB in the last %.1f s", most / 1048576.0, between / 1e9);
    }
}
