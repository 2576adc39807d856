package org.heapline.agent;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Arrays;
import java.util.List;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.heapline.protocol.News;

/** What the JVM itself tells of its memory. Thread-safe. */
final class JvmMemory {
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private boolean hasTotal = true;

    /** The threads that lived at the last look, in ascending order, and what each had allocated. */
    private long[] ids = new long[0];

    private long[] bytes = new long[0];
    private long allocated;

    /** As {@link News} has it. */
    synchronized long[] read() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long count = 0;
        long millis = 0;
        for (GarbageCollectorMXBean each : collectors) {
            count += Math.max(0, each.getCollectionCount());
            millis += Math.max(0, each.getCollectionTime());
        }
        return new long[] {heap.getUsed(), heap.getCommitted(), heap.getMax(), count, millis, allocated()};
    }

    private long allocated() {
        if (hasTotal) {
            try {
                MBeanServer server = ManagementFactory.getPlatformMBeanServer();
                return (Long) server.getAttribute(
                        new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "TotalThreadAllocatedBytes");
            } catch (AttributeNotFoundException e) {
                hasTotal = false; // Before JDK 21 there is no total: it is added up by thread.
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
        }
        long[] now = threads.getAllThreadIds();
        Arrays.sort(now);
        long[] told = threads.getThreadAllocatedBytes(now);
        for (int i = 0, known = 0; i < now.length; i++) {
            while (known < ids.length && ids[known] < now[i]) {
                known++;
            }
            long before = known < ids.length && ids[known] == now[i] ? bytes[known] : 0;
            // -1 of one that has ended meanwhile.
            told[i] = Math.max(before, told[i]);
            allocated += told[i] - before;
        }
        ids = now;
        bytes = told;
        return allocated;
    }
}
