package org.heapline.client.session;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.heapline.profile.Problem;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.ProfiledMethod;
import org.heapline.protocol.ThreadBytes;

/**
 * The last word of a target that was started under the profiler: the agent writes it when the JVM shuts down, so that
 * nothing counted between the last poll and the end is lost.
 *
 * @param duration from the start of the agent to the end
 * @param properties the system properties that tell its JDK and where its sources may be
 * @param heapUsed used heap at the end, in bytes
 * @param heapCommitted heap the JVM had from the system at the end, in bytes
 * @param heapMax what the heap might have grown to, in bytes, or -1
 * @param rss resident set at the end, in bytes, or -1
 * @param methods in the order of their ids
 * @param changes totals, in the layout of {@link AgentMXBean#changesSince}
 * @param threads what the lines took by thread
 * @param problems what could not be profiled
 */
record FinalDump(
        Duration duration,
        Properties properties,
        long heapUsed,
        long heapCommitted,
        long heapMax,
        long rss,
        List<ProfiledMethod> methods,
        long[] changes,
        ThreadBytes[] threads,
        List<Problem> problems) {
    private static final int MAGIC = 0x48504C4E;
    private static final int VERSION = 3;
    private static final int LARGEST = 50_000_000;

    /**
     * Reads a dump.
     *
     * @throws IOException if the file is missing, is none, or its end is missing: the JVM was killed while it wrote
     */
    static FinalDump read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no final dump of a target");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(file + " has version " + version + ", expected " + VERSION);
            }
            Duration duration = Duration.ofMillis(in.readLong());
            Properties properties = properties(in, file);
            long heapUsed = in.readLong();
            long heapCommitted = in.readLong();
            long heapMax = in.readLong();
            long rss = in.readLong();
            int methodCount = count(in, file);
            List<ProfiledMethod> methods = new ArrayList<>();
            for (int i = 0; i < methodCount; i++) {
                methods.add(method(in, file));
            }
            long[] changes = new long[count(in, file)];
            for (int i = 0; i < changes.length; i++) {
                changes[i] = in.readLong();
            }
            ThreadBytes[] threads = new ThreadBytes[count(in, file)];
            for (int i = 0; i < threads.length; i++) {
                threads[i] =
                        new ThreadBytes(in.readUTF(), in.readLong(), in.readBoolean(), in.readInt(), in.readLong());
            }
            int problemCount = count(in, file);
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < problemCount; i++) {
                problems.add(new Problem(in.readUTF(), in.readUTF()));
            }
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " does not end where it should");
            }
            return new FinalDump(
                    duration,
                    properties,
                    heapUsed,
                    heapCommitted,
                    heapMax,
                    rss,
                    List.copyOf(methods),
                    changes,
                    threads,
                    List.copyOf(problems));
        } catch (EOFException e) {
            throw new IOException(file + " is cut off: the target was killed while it wrote it", e);
        }
    }

    private static Properties properties(DataInputStream in, Path file) throws IOException {
        Properties properties = new Properties();
        for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
            byte[] value = new byte[count(in, file)];
            in.readFully(value);
            properties.setProperty(name, new String(value, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static ProfiledMethod method(DataInputStream in, Path file) throws IOException {
        int id = in.readInt();
        String className = in.readUTF();
        String name = in.readUTF();
        String descriptor = in.readUTF();
        String source = in.readUTF();
        String location = in.readUTF();
        int[] lines = new int[count(in, file)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = in.readInt();
        }
        return new ProfiledMethod(id, className, name, descriptor, source, location, lines);
    }

    private static int count(DataInputStream in, Path file) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > LARGEST) {
            throw new IOException(file + " is damaged: it claims " + count + " entries");
        }
        return count;
    }
}
