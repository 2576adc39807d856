package org.heapline.targets.h2;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;

/** Runs a tool of H2 as its own main method does, and says how much the JVM's bean has counted meanwhile. */
public final class H2Count {
    private H2Count() {}

    public static void main(String[] args) throws Exception {
        Method main = Class.forName("org.h2.tools.RunScript").getMethod("main", String[].class);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        main.invoke(null, (Object) args);
        System.out.println("counted " + (threads.getThreadAllocatedBytes(id) - before));
    }
}
