package org.heapline.agent;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import org.heapline.protocol.Problem;
import org.heapline.protocol.ProfiledMethod;

/** Writes everything counted to a file when the JVM ends, for a client that started it. */
final class FinalDump {
    static final int MAGIC = 0x48504C4E;
    static final int VERSION = 1;

    private FinalDump() {}

    /**
     * Writes the file under another name first, so that a reader never finds half of it.
     *
     * @throws IOException if it cannot be written
     */
    static void write(File file, long durationMillis, Registry registry, long[] totals) throws IOException {
        File beside = new File(file.getPath() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(durationMillis);
            ProfiledMethod[] methods = registry.from(0);
            out.writeInt(methods.length);
            for (ProfiledMethod each : methods) {
                write(out, each);
            }
            out.writeInt(totals.length);
            for (long each : totals) {
                out.writeLong(each);
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
