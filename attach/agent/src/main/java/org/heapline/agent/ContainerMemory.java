package org.heapline.agent;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the control group of this process may use and uses, as Linux tells it: both versions of control groups. Where
 * groups stand in groups, the tightest limit counts.
 */
final class ContainerMemory {
    /** Version 1 says "no limit" with a number near the largest. */
    private static final long NO_LIMIT = 1L << 60;

    private static final String MEMORY = "memory";

    private final File root;

    /** The one of this process. */
    ContainerMemory() {
        this(new File("/"));
    }

    /** @param root where {@code proc} and {@code sys} are */
    ContainerMemory(File root) {
        this.root = root;
    }

    /** A control group that accounts for memory. */
    private static final class Group {
        final File folder;
        final boolean two;

        Group(File folder, boolean two) {
            this.folder = folder;
            this.two = two;
        }

        long limit() {
            long bytes = number(new File(folder, two ? "memory.max" : "memory.limit_in_bytes"));
            return bytes < NO_LIMIT ? bytes : -1;
        }

        /** Without what the system would take back before it kills: files that were read and are not used. */
        long used() {
            long all = number(new File(folder, two ? "memory.current" : "memory.usage_in_bytes"));
            String key = two ? "inactive_file " : "total_inactive_file ";
            for (String line : lines(new File(folder, "memory.stat"))) {
                if (line.startsWith(key)) {
                    return Math.max(0, all - parse(line.substring(key.length())));
                }
            }
            return all;
        }
    }

    /** Bytes the container may use; -1 without a container or a limit. */
    long limit() {
        Group group = tightest();
        return group == null ? -1 : group.limit();
    }

    /** Bytes it uses; -1 if that cannot be read. */
    long used() {
        Group group = tightest();
        return group == null ? -1 : group.used();
    }

    /** The group with the lowest limit around this process; the innermost if none has one; null if there is none. */
    private @Nullable Group tightest() {
        Group tightest = null;
        for (Group each : groups()) {
            long limit = each.limit();
            if (each.used() >= 0 && (tightest == null || limit >= 0 && isBelow(limit, tightest.limit()))) {
                tightest = each;
            }
        }
        return tightest;
    }

    private static boolean isBelow(long limit, long other) {
        return other < 0 || limit < other;
    }

    /** The groups around this process, innermost first. */
    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (String line : lines(new File(root, "proc/self/cgroup"))) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && parts[1].isEmpty()) {
                addUpwards(groups, "sys/fs/cgroup", parts[2], true);
            } else if (parts.length == 3 && ("," + parts[1] + ",").contains("," + MEMORY + ",")) {
                addUpwards(groups, "sys/fs/cgroup/" + MEMORY, parts[2], false);
            }
        }
        return groups;
    }

    /** In a container the path may be that of the machine outside, of which only the root is to be seen. */
    private void addUpwards(List<Group> groups, String mount, String path, boolean two) {
        String left = path;
        while (true) {
            File folder = new File(root, mount + left);
            if (folder.isDirectory()) {
                groups.add(new Group(folder, two));
            }
            if (left.isEmpty()) {
                return;
            }
            left = left.substring(0, Math.max(0, left.lastIndexOf('/')));
        }
    }

    private static long number(File file) {
        List<String> lines = lines(file);
        return lines.isEmpty() ? -1 : parse(lines.get(0));
    }

    /** -1 for what is no number, such as {@code max}, or is above the largest. */
    private static long parse(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<String> lines(File file) {
        List<String> lines = new ArrayList<>();
        if (!file.canRead()) {
            return lines;
        }
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            return new ArrayList<>();
        }
    }
}
