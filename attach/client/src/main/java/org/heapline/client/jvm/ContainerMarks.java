package org.heapline.client.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Whether a process of Linux runs in a container, by what container engines leave in {@code /proc}. */
final class ContainerMarks {
    /** Control groups that Docker, Podman, containerd, CRI-O, Kubernetes, LXC and systemd-nspawn make. */
    private static final Pattern GROUP = Pattern.compile(
            "/(?:docker|libpod|crio|cri-containerd|containerd)[-/:][0-9a-f]+|/kubepods[./-]|/lxc[./]|/machine\\.slice/");

    private static final String[] FILES = {".dockerenv", "run/.containerenv"};

    private ContainerMarks() {}

    /** @param process the folder of a process below {@code /proc} */
    static boolean isContained(Path process) {
        return isGroupOfAContainer(process.resolve("cgroup")) || hasFileOfAContainer(process.resolve("root"));
    }

    private static boolean isGroupOfAContainer(Path groups) {
        try {
            return Files.readAllLines(groups, StandardCharsets.ISO_8859_1).stream()
                    .anyMatch(line -> GROUP.matcher(line).find());
        } catch (IOException none) {
            // No such file before Linux had control groups, and another user's may be closed to us.
            return false;
        }
    }

    private static boolean hasFileOfAContainer(Path root) {
        for (String file : FILES) {
            if (Files.exists(root.resolve(file))) {
                return true;
            }
        }
        return false;
    }
}
