package org.heapline.agent;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * Puts the probes on the bootstrap loader. They are defined there directly: a jar appended to the bootstrap class path
 * would turn off the sharing of the program's classes, and the JVM would write a warning into the program's output.
 */
final class ProbeClasses {
    /** In an order in which each finds its superclass. */
    private static final String[] NAMES = {
        "AllocationReader",
        "MemoryReader",
        "HeapReader",
        "BeanReader",
        "MaxMem$Desk",
        "MaxMem",
        "Carrier",
        "Mounts",
        "SetAside",
        "EndedThread",
        "Locals",
        "ThreadRoll",
        "Sums",
        "Threads",
        "ThreadCounters",
        "Setup",
        "Probes",
        "MemoryProbes",
        "VmStructs",
        "RawReader",
        "FieldAccess",
        "RawFields"
    };

    private static final String PACKAGE = "java/heapline/";

    private ProbeClasses() {}

    /**
     * Defines them, unless an earlier session has.
     *
     * @param jar the probes' jar
     * @throws IOException if it cannot be read
     */
    static void define(Instrumentation instrumentation, File jar) throws IOException {
        if (isDefined()) {
            return;
        }
        try (JarFile file = new JarFile(jar)) {
            Object unsafe = unsafe(instrumentation);
            Method define = unsafe.getClass()
                    .getMethod(
                            "defineClass",
                            String.class,
                            byte[].class,
                            int.class,
                            int.class,
                            ClassLoader.class,
                            ProtectionDomain.class);
            for (String each : NAMES) {
                byte[] bytes = read(file, PACKAGE + each + ".class");
                define.invoke(unsafe, PACKAGE + each, bytes, 0, bytes.length, null, null);
            }
        } catch (ReflectiveOperationException e) {
            // Another kind of JVM: the documented way, with what it costs.
            instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar));
        }
    }

    private static boolean isDefined() {
        try {
            Class.forName("java.heapline.Probes", false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Object unsafe(Instrumentation instrumentation) throws ReflectiveOperationException {
        Class<?> moduleType = Class.forName("java.lang.Module");
        Method moduleOf = Class.class.getMethod("getModule");
        Map<String, Set<Object>> exports = new HashMap<>();
        exports.put("jdk.internal.misc", Collections.singleton(moduleOf.invoke(ProbeClasses.class)));
        Instrumentation.class
                .getMethod("redefineModule", moduleType, Set.class, Map.class, Map.class, Set.class, Map.class)
                .invoke(
                        instrumentation,
                        moduleOf.invoke(Object.class),
                        Collections.emptySet(),
                        exports,
                        Collections.emptyMap(),
                        Collections.emptySet(),
                        Collections.emptyMap());
        return Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
    }

    /** A whole entry of a jar. */
    static byte[] read(JarFile jar, String name) throws IOException {
        byte[] bytes = new byte[(int) jar.getEntry(name).getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry(name)))) {
            in.readFully(bytes);
        }
        return bytes;
    }
}
