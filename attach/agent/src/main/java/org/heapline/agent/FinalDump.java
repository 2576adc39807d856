package org.heapline.agent;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import org.heapline.protocol.LinesAndThreads;
import org.heapline.protocol.Problem;
import org.heapline.protocol.ProfiledMethod;
import org.heapline.protocol.ThreadBytes;

/** Writes everything counted to a file when the JVM ends, for a client that started it. */
final class FinalDump {
    static final int MAGIC = 0x48504C4E;
    static final int VERSION = 3;

    /** What a client needs to know of a target it never spoke to: its JDK, and where its sources may be. */
    private static final String[] PROPERTIES = {
        "java.version", "java.home", "java.class.path", "jdk.module.path", "user.dir"
    };

    private FinalDump() {}

    /**
     * Writes the file under another name first, so that a reader never finds half of it.
     *
     * @param residentBytes the resident set now, or -1 if the system does not tell
     * @throws IOException if it cannot be written
     */
    static void write(File file, long durationMillis, long residentBytes, Registry registry, LinesAndThreads counted)
            throws IOException {
        File beside = new File(file.getPath() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(durationMillis);
            writeProperties(out);
            MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            out.writeLong(heap.getUsed());
            out.writeLong(heap.getCommitted());
            out.writeLong(heap.getMax());
            out.writeLong(residentBytes);
            ProfiledMethod[] methods = registry.from(0);
            out.writeInt(methods.length);
            for (ProfiledMethod each : methods) {
                write(out, each);
            }
            long[] changes = counted.getChanges();
            out.writeInt(changes.length);
            for (long each : changes) {
                out.writeLong(each);
            }
            ThreadBytes[] threads = counted.getThreads();
            out.writeInt(threads.length);
            for (ThreadBytes each : threads) {
                out.writeUTF(each.getName());
                out.writeLong(each.getId());
                out.writeBoolean(each.isVirtual());
                out.writeInt(each.getThreads());
                out.writeLong(each.getSelfBytes());
            }
            Problem[] problems = registry.problemsFrom(0);
            out.writeInt(problems.length);
            for (Problem each : problems) {
                out.writeUTF(each.getWhat());
                out.writeUTF(each.getWhy());
            }
            out.writeInt(MAGIC);
        }
        if (!beside.renameTo(file)) {
            throw new IOException("cannot rename " + beside + " to " + file);
        }
    }

    /** Name and value of each that is set; a value as counted UTF-8, since a class path may exceed what writeUTF takes. */
    private static void writeProperties(DataOutputStream out) throws IOException {
        for (String name : PROPERTIES) {
            byte[] value = System.getProperty(name, "").getBytes(StandardCharsets.UTF_8);
            out.writeUTF(name);
            out.writeInt(value.length);
            out.write(value);
        }
        out.writeUTF("");
    }

    private static void write(DataOutputStream out, ProfiledMethod method) throws IOException {
        out.writeInt(method.getId());
        out.writeUTF(method.getClassName());
        out.writeUTF(method.getName());
        out.writeUTF(method.getDescriptor());
        out.writeUTF(method.getFile());
        out.writeUTF(method.getLocation());
        int[] lines = method.getLines();
        out.writeInt(lines.length);
        for (int each : lines) {
            out.writeInt(each);
        }
    }
}
