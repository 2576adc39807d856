package org.heapline.targets;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * A target's side of the tests: pieces of work by name, done when a line on standard input asks for them. Each command
 * is answered by one line that starts with "= ".
 */
public final class Commands {
    private static final String AGENT = "org.heapline:type=Agent";
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Keeps what the work makes from being optimised away. */
    public static volatile Object sink;

    private final Map<String, Runnable> works = new TreeMap<String, Runnable>();
    private Collection<Runnable> warm = Collections.emptyList();

    public Commands work(String name, Runnable work) {
        works.put(name, work);
        return this;
    }

    /** Does each piece of work named so far twice, so that classes are loaded and call sites linked. */
    public Commands warmUp() {
        warm = new TreeMap<String, Runnable>(works).values();
        runWarm();
        return this;
    }

    private void runWarm() {
        for (int i = 0; i < 2; i++) {
            for (Runnable work : warm) {
                work.run();
            }
        }
    }

    /**
     * Takes commands from now on, on a thread of its own: a main that goes on for ever would be a frame of the class that
     * is to be profiled.
     */
    public void serve() {
        new Thread(this::takeCommands, "commands").start();
    }

    private void takeCommands() {
        try {
            answerAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answerAll() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            String answer;
            try {
                answer = answer(words);
            } catch (Exception e) {
                answer = "failed " + e;
            }
            System.out.println("= " + answer);
        }
    }

    private String answer(String[] words) throws JMException {
        switch (words[0]) {
            case "go":
                work(words[1]).run();
                return "done";
            case "all":
                for (Runnable work : works.values()) {
                    work.run();
                }
                return "done";
            case "warm":
                runWarm();
                return "done";
            case "settle":
                return settle(words[1]);
            case "reset":
                ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName(AGENT), "reset", null, null);
                return "done";
            case "flags":
                return flags(words);
            case "count":
                return Long.toString(count(work(words[1])));
            case "cpu":
                return Long.toString(cpu(work(words[1])));
            case "memory":
                return memory();
            case "start":
                new Thread(work(words[1]), "worker").start();
                return "started";
            case "agent":
                return agentState();
            case "registered":
                return Boolean.toString(isRegistered());
            case "state":
                return stateOf(words[1]);
            case "threads":
                return threads();
            case "classes":
                return Integer.toString(loadedClasses());
            case "gc":
                System.gc();
                return "done";
            case "property":
                return System.getProperty(words[1], "");
            case "exit":
                Runtime.getRuntime().exit(Integer.parseInt(words[1]));
                return "";
            default:
                return "unknown " + Arrays.toString(words);
        }
    }

    private Runnable work(String name) {
        Runnable work = works.get(name);
        if (work == null) {
            throw new IllegalArgumentException(name + " is not one of " + works.keySet());
        }
        return work;
    }

    /** The bytes this thread allocates while it does the work, as the JVM's own bean counts them. */
    private static long count(Runnable work) {
        long id = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(id);
        work.run();
        return THREADS.getThreadAllocatedBytes(id) - before;
    }

    /** The CPU time this thread takes for the work, in nanoseconds. */
    private static long cpu(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** Used heap and used metaspace in bytes, after a GC. */
    private static String memory() {
        System.gc();
        System.gc();
        long metaspace = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            metaspace += pool.getName().equals("Metaspace") ? pool.getUsage().getUsed() : 0;
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " " + metaspace;
    }

    /** Unlike asking the bean for its progress, this does not renew the lease. */
    private static boolean isRegistered() throws JMException {
        return ManagementFactory.getPlatformMBeanServer().isRegistered(new ObjectName(AGENT));
    }

    private static String agentState() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(AGENT);
        if (!server.isRegistered(name)) {
            return "absent";
        }
        CompositeData progress = (CompositeData) server.getAttribute(name, "Progress");
        boolean working = (Boolean) progress.get("busy") || (Long) progress.get("generation") == 0;
        return (working ? "busy " : "ready ") + progress.get("methods");
    }

    /**
     * The classes that are loaded, after a GC. The JVM's counter of loaded classes also counts each change of a class.
     */
    private static int loadedClasses() throws JMException {
        System.gc();
        String tree = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmClassHierarchy",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return tree.split("\n").length;
    }

    /**
     * Tells the JVM's compilers which methods they may take from now on.
     *
     * @param directives the file that says so
     */
    private static String settle(String directives) throws JMException {
        String answer = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesAdd",
                        new Object[] {new String[] {directives}},
                        new String[] {String[].class.getName()});
        return answer.contains(" compiler directives added") ? "done" : answer.replace('\n', ' ');
    }

    /** The values of the JVM's options; those that it does not know are absent. */
    private static String flags(String[] words) {
        StringBuilder values = new StringBuilder();
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (int i = 1; i < words.length; i++) {
            try {
                values.append(words[i]).append('=').append(jvm.getVMOption(words[i]).getValue()).append(' ');
            } catch (IllegalArgumentException e) {
                continue; // Another JDK has it.
            }
        }
        return values.toString();
    }

    private static String stateOf(String thread) {
        for (Thread candidate : Thread.getAllStackTraces().keySet()) {
            if (candidate.getName().equals(thread)) {
                return candidate.getState().toString();
            }
        }
        return "ended";
    }

    private static String threads() {
        StringBuilder names = new StringBuilder();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            names.append(thread.getName().replace(' ', '_')).append(' ');
        }
        return names.toString();
    }
}
