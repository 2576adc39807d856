package org.heapline.bench.target;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.management.JMException;
import javax.management.ObjectName;
import org.heapline.bench.work.Workload;

/**
 * A JVM that waits for its turn. Commands come line by line on standard input, each is answered with one line; at the
 * end of the input the program ends.
 *
 * <ul>
 *   <li>{@code run SIZE}: does the work; answers {@code checksum cpuNanos wallNanos allocatedBytes}
 *   <li>{@code arm MEMORY BYTES}, {@code disarm}: a limit of the agent in this JVM, all limits; answers {@code done}
 *   <li>{@code spin SIZE}: does the work again and again from now on; answers {@code done}
 * </ul>
 */
public final class Target {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Workload workload;

    private Target(Workload workload) {
        this.workload = workload;
    }

    /** With the name of the workload's class. */
    public static void main(String[] arguments) throws Exception {
        Workload workload =
                (Workload) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        new Target(workload).serve(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void serve(PrintStream out) throws Exception {
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(answer(line.split(" ")));
        }
    }

    private String answer(String[] command) throws Exception {
        return switch (command[0]) {
            case "run" -> run(Integer.parseInt(command[1]));
            case "arm" -> call("arm", command[1], command[2], "note", 0L, false);
            case "disarm" -> call("disarm", "");
            case "spin" -> spin(Integer.parseInt(command[1]));
            default -> throw new IOException("'" + command[0] + "' is no command; known are run, arm, disarm and spin");
        };
    }

    private String run(int size) throws Exception {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        long checksum = workload.run(size);
        long cpuTaken = cpuNanos() - cpu;
        long wallTaken = System.nanoTime() - wall;
        long allocatedNow = threads.getCurrentThreadAllocatedBytes() - allocated;
        return checksum + " " + cpuTaken + " " + wallTaken + " " + allocatedNow;
    }

    /** Of the thread that works; where others work for it, of all threads: they live as long as this JVM. */
    private long cpuNanos() {
        if (!workload.usesThreads()) {
            return threads.getCurrentThreadCpuTime();
        }
        long sum = 0;
        for (long nanos : threads.getThreadCpuTime(threads.getAllThreadIds())) {
            sum += Math.max(0, nanos);
        }
        return sum;
    }

    private static String call(String operation, Object... arguments) throws JMException {
        String[] types = new String[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = typeOf(arguments[i]);
        }
        ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("org.heapline:type=Agent"), operation, arguments, types);
        return "done";
    }

    private static String typeOf(Object argument) {
        if (argument instanceof Long) {
            return "long";
        }
        return argument instanceof Boolean ? "boolean" : "java.lang.String";
    }

    private String spin(int size) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            workload.run(size);
                        }
                    } catch (Exception e) {
                        throw new IllegalStateException("the work failed: " + e, e);
                    }
                },
                "spin");
        thread.setDaemon(true);
        thread.start();
        return "done";
    }
}
