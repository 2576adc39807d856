package org.heapline.views.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the threads of this process have used up to a moment, nanoseconds of processor time: so what else the machine does
 * shows in no figure.
 *
 * @param wall the moment
 * @param process all of the process
 * @param threads by name; those of the JVM itself (collector, compiler) are in {@code process} only
 */
record Processor(long wall, long process, Map<String, Long> threads) {
    static Processor now() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        Map<String, Long> threads = new TreeMap<>();
        for (ThreadInfo thread : bean.getThreadInfo(bean.getAllThreadIds())) {
            long time = thread == null ? -1 : bean.getThreadCpuTime(thread.getThreadId());
            if (thread != null && time > 0) {
                threads.merge(thread.getThreadName(), time, Long::sum);
            }
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Processor(System.nanoTime(), system.getProcessCpuTime(), threads);
    }

    /** In percent of a core since then, without the thread that plays the target: all, and by thread. */
    String since(Processor before, String feeder) {
        StringBuilder text = new StringBuilder();
        long java = 0;
        for (Map.Entry<String, Long> thread : threads.entrySet()) {
            long used = thread.getValue() - before.threads.getOrDefault(thread.getKey(), 0L);
            java += used;
            if (percent(used, before) >= 0.2) {
                text.append(String.format(Locale.ROOT, ", %s %.1f", thread.getKey(), percent(used, before)));
            }
        }
        long all = process - before.process;
        long fed = threads.getOrDefault(feeder, 0L) - before.threads.getOrDefault(feeder, 0L);
        return String.format(
                Locale.ROOT,
                "%.1f %% of a core (JVM %.1f%s)",
                percent(all - fed, before),
                percent(all - java, before),
                text);
    }

    private double percent(long nanos, Processor before) {
        return 100.0 * nanos / (wall - before.wall);
    }
}
