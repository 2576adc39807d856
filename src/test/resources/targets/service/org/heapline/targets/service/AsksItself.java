package org.heapline.targets.service;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.heapline.targets.Commands;

/** A program that reads MBeans, as metrics libraries do; on a virtual thread, where there are any. */
final class AsksItself {
    private static final int TIMES = 100;

    private AsksItself() {}

    static void run() {
        try {
            thread().join();
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread thread() throws ReflectiveOperationException {
        Runnable ask = AsksItself::ask;
        try {
            return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, ask);
        } catch (NoSuchMethodException e) {
            Thread thread = new Thread(ask);
            thread.start();
            return thread;
        }
    }

    private static void ask() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            for (int i = 0; i < TIMES; i++) {
                for (ObjectName each : server.queryNames(new ObjectName("org.heapline:*"), null)) {
                    Commands.sink = server.getAttribute(each, "Reader");
                }
            }
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
