package org.heapline.agent;

import java.heapline.Setup;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Puts the probes on the bootstrap loader. They are defined there directly: a jar appended to the bootstrap class path
 * would turn off the sharing of the program's classes, and the JVM would write a warning into the program's output.
 */
final class ProbeClasses {
    /** In an order in which each finds its superclass. */
    private static final String[] NAMES = {
        "AllocationReader",
        "MemoryReader",
        "OwnHeap$Account",
        "OwnHeap$Taken",
        "OwnHeap",
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
        "ThreadTable",
        "OwnWork",
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
     * @throws IllegalStateException if the earlier session was of a release with other probes
     */
    static void define(Instrumentation instrumentation, File jar) throws IOException {
        String[] names = new String[NAMES.length];
        byte[][] files = new byte[NAMES.length][];
        CRC32 checksum = new CRC32();
        try (JarFile file = new JarFile(jar)) {
            for (int i = 0; i < NAMES.length; i++) {
                names[i] = PACKAGE + NAMES[i];
                files[i] = read(file, names[i] + ".class");
                checksum.update(files[i], 0, files[i].length);
            }
        }
        if (!isDefined()) {
            JdkAccess access = JdkAccess.find();
            if (access == null || !couldDefine(access, instrumentation, names, files)) {
                // Another kind of JVM: the documented way, with what it costs.
                instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar));
            }
        }
        if (!areOf(checksum.getValue())) {
            throw new IllegalStateException("the program still holds the probes of another release of Heapline, from an"
                    + " earlier session; use that release, or restart the program");
        }
    }

    private static boolean couldDefine(
            JdkAccess access, Instrumentation instrumentation, String[] names, byte[][] files) {
        try {
            access.define(instrumentation, names, files);
            return true;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static boolean areOf(long checksum) {
        try {
            return Setup.isOf(checksum);
        } catch (LinkageError e) {
            return false; // They are older than the question.
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

    /** A whole entry of a jar. */
    static byte[] read(JarFile jar, String name) throws IOException {
        byte[] bytes = new byte[(int) jar.getEntry(name).getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry(name)))) {
            in.readFully(bytes);
        }
        return bytes;
    }
}
