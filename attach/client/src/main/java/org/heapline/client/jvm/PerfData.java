package org.heapline.client.jvm;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a HotSpot JVM publishes about itself in {@code hsperfdata_USER/PID}: command line, version, flags, and how full the
 * spaces of its heap are. Reading it neither needs nor wakes the JVM.
 */
final class PerfData {
    private static final int MAGIC = 0xcafec0c0;
    private static final int HEADER = 32;
    private static final int ENTRY = 20;
    private static final long LARGEST_FILE = 4 << 20;
    private static final Pattern USED = Pattern.compile("sun\\.gc\\.generation\\.\\d+\\.space\\.\\d+\\.used");

    private final Map<String, String> strings;
    private final long heapUsed;

    private PerfData(Map<String, String> strings, long heapUsed) {
        this.strings = strings;
        this.heapUsed = heapUsed;
    }

    /** Used heap in bytes, as of a moment ago or of the last collection; -1 if it is not published, or not yet. */
    long heapUsed() {
        return heapUsed;
    }

    /** The value of an entry, or an empty string. */
    String get(String name) {
        return strings.getOrDefault(name, "");
    }

    /** The files of a process, by process id. Files of other users are found too, though they cannot be read. */
    static Map<Long, Path> files() {
        Map<Long, Path> files = new HashMap<>();
        try (DirectoryStream<Path> users = Files.newDirectoryStream(temporaryFolder(), "hsperfdata_*")) {
            for (Path user : users) {
                addFiles(user, files);
            }
        } catch (IOException e) {
            return files; // no such folder: no JVM has published anything
        }
        return files;
    }

    private static void addFiles(Path folder, Map<Long, Path> files) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.chars().allMatch(Character::isDigit) && name.length() < 10) {
                    files.put(Long.valueOf(name), entry);
                }
            }
        } catch (IOException e) {
            return; // another user's folder that is closed to us holds nothing we could show
        }
    }

    private static Path temporaryFolder() {
        // HotSpot ignores java.io.tmpdir on Linux.
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return Path.of(linux ? "/tmp" : System.getProperty("java.io.tmpdir"));
    }

    /** Reads a file; empty if it is not ours to read, or the JVM has not finished writing it. */
    static Optional<PerfData> read(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST_FILE) {
                return Optional.empty();
            }
            return parse(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PerfData> parse(ByteBuffer data) {
        if (data.getInt(0) != MAGIC || data.get(7) == 0) {
            return Optional.empty();
        }
        data.order(data.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int entry = Math.max(HEADER, data.getInt(24));
        int count = data.getInt(28);
        Map<String, String> strings = new HashMap<>();
        long heapUsed = 0;
        for (int i = 0; i < count; i++) {
            int length = data.getInt(entry);
            if (length < ENTRY) {
                break;
            }
            if (data.get(entry + 12) == 'B' && data.getInt(entry + 8) > 0) {
                String name = text(data, entry + data.getInt(entry + 4), length);
                strings.put(name, text(data, entry + data.getInt(entry + 16), data.getInt(entry + 8)));
            } else if (data.get(entry + 12) == 'J' && data.getInt(entry + 8) == 0) {
                long value = data.getLong(entry + data.getInt(entry + 16));
                if (value >= 0
                        && USED.matcher(text(data, entry + data.getInt(entry + 4), length))
                                .matches()) {
                    heapUsed += value;
                }
            }
            entry += length;
        }
        return Optional.of(new PerfData(Map.copyOf(strings), heapUsed > 0 ? heapUsed : -1));
    }

    private static String text(ByteBuffer data, int from, int most) {
        int to = from;
        while (to < from + most && data.get(to) != 0) {
            to++;
        }
        return new String(data.array(), from, to - from, StandardCharsets.UTF_8);
    }
}
