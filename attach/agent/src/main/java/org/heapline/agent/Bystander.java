package org.heapline.agent;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;

/** What stopping a thread would do to others: why it must not wait at all, and which locks it holds. */
final class Bystander {
    private Bystander() {}

    /** Why the thread must not wait; empty if it may. */
    static String refusal(Thread thread, StackTraceElement[] stack) {
        ThreadGroup group = thread.getThreadGroup();
        String name = thread.getName();
        boolean system = group != null
                && (group.getName().equals("system") || group.getName().equals("InnocuousThreadGroup"));
        if (system || isOfTheJvm(name)) {
            return "not stopped: " + name + " is a thread of the JVM itself, on which others wait";
        }
        for (StackTraceElement each : stack) {
            if (each.getMethodName().equals("<clinit>")) {
                return "not stopped: the thread initialises the class " + each.getClassName()
                        + ", on which others would wait";
            }
        }
        return "";
    }

    private static boolean isOfTheJvm(String name) {
        return name.equals("Finalizer")
                || name.equals("Secondary finalizer")
                || name.equals("Reference Handler")
                || name.equals("Common-Cleaner")
                || name.equals("Signal Dispatcher")
                || name.equals("Attach Listener")
                || name.startsWith("RMI ")
                || name.startsWith("JMX ")
                || name.startsWith("heapline-");
    }

    /** The locks that the calling thread holds, as text. */
    @SuppressWarnings("deprecation") // Thread.threadId() came with Java 19.
    static String[] locks() {
        ThreadInfo[] infos = ManagementFactory.getThreadMXBean()
                .getThreadInfo(new long[] {Thread.currentThread().getId()}, true, true);
        List<String> locks = new ArrayList<>();
        if (infos.length == 1 && infos[0] != null) {
            for (MonitorInfo each : infos[0].getLockedMonitors()) {
                if (each.getClassName().startsWith("org.heapline.agent.")) {
                    continue;
                }
                StackTraceElement at = each.getLockedStackFrame();
                locks.add(each.getClassName() + "@" + Integer.toHexString(each.getIdentityHashCode())
                        + (at == null ? "" : " taken in " + at));
            }
            for (LockInfo each : infos[0].getLockedSynchronizers()) {
                locks.add(each.getClassName() + "@" + Integer.toHexString(each.getIdentityHashCode()));
            }
        }
        return locks.toArray(new String[0]);
    }
}
