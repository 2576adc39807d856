package org.heapline.agent;

import java.heapline.AllocationReader;
import java.heapline.BeanReader;
import java.heapline.HeapReader;
import java.heapline.Setup;
import java.lang.instrument.Instrumentation;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.heapline.agent.code.FreeCalls;

/** Chooses how allocated bytes are read: raw if this JVM allows it and the figures agree, else the MXBean. */
final class Readers {
    private static final int CHECKS = 300;

    private Readers() {}

    /**
     * Loads what the probes need before the first one runs: the JVM allocates for a class that it loads, and that would
     * be charged to the line that happens to be first.
     */
    static void loadProbes() throws ClassNotFoundException {
        for (String each : new String[] {
            "AllocationReader",
            "Carrier",
            "EndedThread",
            "FieldAccess",
            "HeapReader",
            "Locals",
            "MaxMem",
            "MaxMem$Desk",
            "MemoryProbes",
            "MemoryReader",
            "Mounts",
            "OwnHeap",
            "OwnHeap$Account",
            "OwnHeap$Taken",
            "Probes",
            "SetAside",
            "Setup",
            "Sums",
            "ThreadCounters",
            "ThreadRoll",
            "Threads",
            "ThreadTable",
            "OwnWork"
        }) {
            Class.forName("java.heapline." + each, true, null);
        }
        FreeCalls.prepare();
        HeapReader.reservedIsUsed(reservesWithinUsed());
    }

    /** ZGC counts whole pages, whatever threads have reserved in them. */
    private static boolean reservesWithinUsed() {
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (each.getName().startsWith("ZGC")) {
                return false;
            }
        }
        return true;
    }

    /** Chooses once in the life of this JVM. */
    static void choose(Instrumentation instrumentation) {
        if (Setup.isDone()) {
            return;
        }
        BeanReader bean = new BeanReader();
        try {
            JdkAccess access = JdkAccess.find();
            if (access == null) {
                Setup.choose(bean, "mxbean: this JVM has no modules");
                return;
            }
            AllocationReader raw = (AllocationReader) access.rawReader(instrumentation);
            String difference = differences(raw, bean);
            if (difference.isEmpty()) {
                Setup.choose(raw, "raw");
                return;
            }
            Setup.choose(bean, "mxbean: " + difference);
        } catch (LinkageError | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Setup.choose(bean, "mxbean: " + cause);
        }
    }

    /** Compares the raw reader with the MXBean over allocations of all sizes; empty if they always agree. */
    private static String differences(AllocationReader raw, BeanReader bean) {
        long key = raw.keyOf(Thread.currentThread());
        if (key == 0) {
            return "the thread that attached is virtual";
        }
        long sizes = 0;
        for (int i = 0; i < CHECKS; i++) {
            long before = raw.read(key);
            long official = bean.read(bean.keyOf(Thread.currentThread()));
            long after = raw.read(key);
            if (official < before || official > after) {
                return "the raw reader said " + before + " to " + after + " bytes, the MXBean " + official;
            }
            byte[] some = new byte[1 << (i % 18)];
            some[0] = (byte) i;
            sizes += some.length + some[0];
            long grown = raw.read(key) - after;
            if (grown < some.length) {
                return "the raw reader did not see " + some.length + " bytes";
            }
        }
        return sizes == 0 ? "nothing was allocated" : "";
    }
}
