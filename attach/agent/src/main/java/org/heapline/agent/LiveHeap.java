package org.heapline.agent;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.heapline.HeapReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a GC leaves. Between its end and the next instruction of the thread that asked for it others may have made a lot
 * of garbage, above all on a busy machine: so the JVM's own note of that moment counts, where it keeps one.
 */
final class LiveHeap {
    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();
    private static final List<MemoryPoolMXBean> POOLS = pools();

    /**
     * Pools keep their notes of a collection that goes through all of them. One that was asked for and is concurrent, or
     * that is left undone, leaves notes as old as the last of that kind, which say too little.
     */
    private static final boolean NOTED = !isOn("DisableExplicitGC") && !isOn("ExplicitGCInvokesConcurrent");

    private LiveHeap() {}

    private static boolean isOn(String option) {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return jvm != null && jvm.getVMOption(option).getValue().equals("true");
        } catch (IllegalArgumentException e) {
            return false; // This JVM has no such option.
        }
    }

    private static List<MemoryPoolMXBean> pools() {
        List<MemoryPoolMXBean> pools = new ArrayList<>();
        for (MemoryPoolMXBean each : ManagementFactory.getMemoryPoolMXBeans()) {
            if (each.getType() == MemoryType.HEAP) {
                pools.add(each);
            }
        }
        return pools;
    }

    /** Runs a GC and says what is left, in bytes; the used heap where this JVM does not collect when it is asked to. */
    static long collect() {
        long before = collections();
        System.gc();
        long used = HeapReader.INSTANCE.read();
        long left = NOTED && collections() != before ? left() : 0;
        return left > 0 ? Math.min(left, used) : used;
    }

    private static long collections() {
        long count = 0;
        for (GarbageCollectorMXBean each : COLLECTORS) {
            count += Math.max(0, each.getCollectionCount());
        }
        return count;
    }

    /** The used heap when each of its pools was last collected; 0 where this JVM does not tell. */
    private static long left() {
        long left = 0;
        for (MemoryPoolMXBean each : POOLS) {
            MemoryUsage usage = each.getCollectionUsage();
            if (usage == null) {
                return 0;
            }
            left += usage.getUsed();
        }
        return left;
    }
}
