package org.heapline.client.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code /proc} tells about one process. */
public final class LinuxProcess {
    private static final Path PROC = Path.of("/proc");
    private static final int SIGQUIT = 3;

    private final Path folder;
    private final Map<String, String> status;

    private LinuxProcess(Path folder, Map<String, String> status) {
        this.folder = folder;
        this.status = status;
    }

    /** Reads a process; empty where there is no {@code /proc} or no such process. */
    public static Optional<LinuxProcess> of(long pid) {
        Path folder = PROC.resolve(Long.toString(pid));
        Map<String, String> status = new HashMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("status"), StandardCharsets.ISO_8859_1)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    status.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new LinuxProcess(folder, status));
    }

    /** The resident set in bytes, or -1 if the process is gone or this is not Linux. */
    public static long residentBytes(long pid) {
        return of(pid).map(LinuxProcess::resident).orElse(-1L);
    }

    private long resident() {
        String size = status.getOrDefault("VmRSS", "");
        int space = size.indexOf(' ');
        return space < 0 ? -1 : Long.parseLong(size.substring(0, space)) * 1024;
    }

    /** Whether it runs as the same user as this program, or this program is root and may touch all. */
    boolean isOurs() {
        int own = of(ProcessHandle.current().pid())
                .map(LinuxProcess::effectiveUser)
                .orElse(-1);
        return own == 0 || own == effectiveUser();
    }

    private int effectiveUser() {
        String[] ids = status.getOrDefault("Uid", "-1 -1").split("\\s+");
        return Integer.parseInt(ids[ids.length > 1 ? 1 : 0]);
    }

    private char state() {
        String state = status.getOrDefault("State", "?");
        return state.isEmpty() ? '?' : state.charAt(0);
    }

    /** Whether it was stopped, by SIGSTOP or by a native debugger. */
    boolean isStopped() {
        return state() == 'T' || state() == 't';
    }

    /** Whether it has ended already and only waits for its parent to notice. */
    boolean isZombie() {
        return state() == 'Z' || state() == 'X';
    }

    /** Whether it lives in another PID namespace than this program: another container. */
    boolean isInOtherContainer() {
        return status.getOrDefault("NSpid", "").split("\\s+").length > 1;
    }

    /** Whether it runs in a container, in which this program does not run too. */
    boolean isInAContainerOfItsOwn() {
        return isInOtherContainer()
                || ContainerMarks.isContained(folder) && !ContainerMarks.isContained(PROC.resolve("self"));
    }

    /**
     * Whether it survives the signal with which attaching begins: SIGQUIT kills a process that has no handler for it,
     * such as a JVM that has just begun.
     */
    boolean catchesAttachSignal() {
        String mask = status.getOrDefault("SigCgt", "");
        return !mask.isEmpty() && (Long.parseUnsignedLong(mask, 16) & (1L << (SIGQUIT - 1))) != 0;
    }

    /** The command line, program first; empty for kernel threads. */
    List<String> commandLine() {
        try {
            String text = Files.readString(folder.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            List<String> arguments = new ArrayList<>();
            for (int from = 0; from < text.length(); ) {
                int end = text.indexOf('\0', from);
                int to = end < 0 ? text.length() : end;
                byte[] bytes = text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
                arguments.add(new String(bytes, StandardCharsets.UTF_8));
                from = to + 1;
            }
            return arguments;
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Whether the JVM's library is mapped: true also for JVMs that were not started by {@code java}.
     *
     * @return empty if that cannot be read, because the process is another user's or has ended
     */
    Optional<Boolean> hasLibJvm() {
        try (BufferedReader maps = Files.newBufferedReader(folder.resolve("maps"), StandardCharsets.ISO_8859_1)) {
            return Optional.of(maps.lines().anyMatch(line -> line.endsWith("/libjvm.so")));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The JDK version that the {@code release} file beside its program tells, or an empty string. */
    String releaseVersion() {
        try {
            Path program = program();
            Path home = program.getParent() == null ? null : program.getParent().getParent();
            if (home == null) {
                return "";
            }
            for (String line : Files.readAllLines(home.resolve("release"))) {
                if (line.toUpperCase(Locale.ROOT).startsWith("JAVA_VERSION=")) {
                    return line.substring("JAVA_VERSION=".length()).replace("\"", "");
                }
            }
        } catch (IOException e) {
            return "";
        }
        return "";
    }

    private Path program() throws IOException {
        try {
            return folder.resolve("exe").toRealPath();
        } catch (IOException e) {
            // Another user's program can still be read off its command line.
            List<String> command = commandLine();
            if (command.isEmpty() || !command.get(0).startsWith("/")) {
                throw e;
            }
            return Path.of(command.get(0)).toRealPath();
        }
    }

    /** The process's working folder, if it may be read. */
    public Optional<Path> workingFolder() {
        try {
            return Optional.of(folder.resolve("cwd").toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
