package org.heapline.bench.target;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * An idle JVM that has loaded every class of some jars, and linked them as a program does that uses them. Answers each line on standard input with the CPU time of the
 * process in nanoseconds; ends at the end of the input.
 */
public final class Loaded {
    private Loaded() {}

    /** With the jars, which are on the class path too. */
    public static void main(String[] jars) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String jar : jars) {
            load(jar);
        }
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            out.println(process.getProcessCpuTime());
        }
    }

    private static void load(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.endsWith("-info.class")) {
                    link(name.substring(0, name.length() - 6).replace('/', '.'));
                }
            }
        }
    }

    /** Asking a class for its methods links it; a class that stands on a library that is not here stays as it is. */
    private static boolean link(String className) {
        try {
            return Class.forName(className, false, Loaded.class.getClassLoader())
                            .getDeclaredMethods()
                            .length
                    > 0;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
