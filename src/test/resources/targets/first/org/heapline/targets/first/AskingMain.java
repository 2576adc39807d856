package org.heapline.targets.first;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Asks its JVM what the compiler is told of others than the program, until that is nothing any more. */
final class AskingMain {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private AskingMain() {}

    public static void main(String[] args) throws JMException, InterruptedException {
        System.out.println("told at first: " + isTold());
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (isTold() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        System.out.println("told at last: " + isTold());
    }

    private static boolean isTold() throws JMException {
        Object directives = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesPrint",
                        new Object[0],
                        new String[0]);
        return directives.toString().contains("heapline");
    }
}
