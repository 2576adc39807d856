package org.heapline.agent;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the control group of this process may use and uses, as Linux tells it: both versions of control groups. */
final class ContainerMemory {
    /** Version 1 says "no limit" with a number near the largest. */
    private static final long NO_LIMIT = 1L << 60;

    private ContainerMemory() {}

    /** Bytes the container may use; -1 without a container or a limit. */
    static long limit() {
        return read("memory.max", "memory.limit_in_bytes");
    }

    /** Bytes it uses; -1 if that cannot be read. */
    static long used() {
        return read("memory.current", "memory.usage_in_bytes");
    }

    private static long read(String two, String one) {
        String group = group();
        String text = firstLine("/sys/fs/cgroup" + group + "/" + two);
        text = text == null ? firstLine("/sys/fs/cgroup/" + two) : text;
        text = text == null ? firstLine("/sys/fs/cgroup/memory" + group + "/" + one) : text;
        text = text == null ? firstLine("/sys/fs/cgroup/memory/" + one) : text;
        if (text == null || !text.matches("\\d{1,19}")) {
            return -1;
        }
        try {
            long bytes = Long.parseLong(text);
            return bytes < NO_LIMIT ? bytes : -1;
        } catch (NumberFormatException e) {
            return -1; // Above the largest long: no limit.
        }
    }

    private static String group() {
        String line = firstLine("/proc/self/cgroup");
        String group = line == null ? "" : line.substring(line.lastIndexOf(':') + 1);
        return group.equals("/") ? "" : group;
    }

    private static @Nullable String firstLine(String file) {
        if (!new File(file).canRead()) {
            return null;
        }
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.US_ASCII))) {
            return in.readLine();
        } catch (IOException e) {
            return null;
        }
    }
}
