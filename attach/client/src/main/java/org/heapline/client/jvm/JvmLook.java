package org.heapline.client.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heapline.client.JvmProcess;
import org.jspecify.annotations.Nullable;

/** One look at one process: whether it is a JVM, which, and whether it can be attached to. Does not attach. */
final class JvmLook {
    private JvmLook() {}

    /**
     * Looks at a process.
     *
     * @param perfFile what the process has published if it is a JVM, or null
     * @return empty if there is no such process or it is no JVM
     */
    static Optional<JvmProcess> at(long pid, @Nullable Path perfFile) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        Optional<LinuxProcess> linux = LinuxProcess.of(pid);
        if (handle.isEmpty() || linux.map(LinuxProcess::isZombie).orElse(false)) {
            return Optional.empty();
        }
        ProcessHandle.Info info = handle.get().info();
        List<String> command = linux.map(LinuxProcess::commandLine).orElseGet(() -> command(info));
        boolean published = perfFile != null && isOf(perfFile, info);
        if (!isJava(command) && !linux.flatMap(LinuxProcess::hasLibJvm).orElse(published)) {
            // Also where something is published: a container that shares the folder counts its processes by itself.
            return Optional.empty();
        }
        Optional<PerfData> perf = published && perfFile != null ? PerfData.read(perfFile) : Optional.empty();
        String flags = perf.map(p -> p.get("java.rt.vmArgs") + " " + p.get("java.rt.vmFlags"))
                .orElse("");
        String jdk = perf.map(p -> p.get("java.property.java.version"))
                .filter(version -> !version.isEmpty())
                .or(() -> linux.map(LinuxProcess::releaseVersion))
                .orElse("");
        return Optional.of(new JvmProcess(
                pid,
                name(perf, command),
                jdk,
                info.user().orElse(""),
                info.startInstant().orElse(null),
                isDebuggable(flags + " " + String.join(" ", command)),
                linux.map(LinuxProcess::isInAContainerOfItsOwn).orElse(false),
                whyNot(pid, linux, perf, published, info),
                perf.map(PerfData::heapUsed).orElse(-1L),
                ProfiledMarks.clientOf(pid, info.startInstant().orElse(Instant.EPOCH))));
    }

    private static List<String> command(ProcessHandle.Info info) {
        List<String> command = new ArrayList<>();
        info.command().ifPresent(command::add);
        info.arguments().ifPresent(arguments -> command.addAll(Arrays.asList(arguments)));
        return command;
    }

    /** A file can be left over from an earlier process of the same id. */
    private static boolean isOf(Path perfFile, ProcessHandle.Info info) {
        try {
            Instant written = Files.getLastModifiedTime(perfFile).toInstant();
            return info.startInstant()
                    .map(start -> !written.isBefore(start.minusSeconds(2)))
                    .orElse(true);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isJava(List<String> command) {
        if (command.isEmpty()) {
            return false;
        }
        String program = command.get(0);
        String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return name.equals("java") || name.equals("javaw") || name.equals("java.exe") || name.equals("javaw.exe");
    }

    /** The name of a program from what follows {@code java} on its command line. */
    static String nameOf(List<String> arguments) {
        int count = JvmName.optionCount(arguments);
        return JvmName.of(arguments.subList(count, arguments.size()), arguments.subList(0, count), "java");
    }

    private static String name(Optional<PerfData> perf, List<String> command) {
        List<String> arguments = command.isEmpty() ? List.of() : command.subList(1, command.size());
        int count = JvmName.optionCount(arguments);
        List<String> options = arguments.subList(0, count);
        List<String> main = arguments.subList(count, arguments.size());
        String published = perf.map(p -> p.get("sun.rt.javaCommand")).orElse("");
        if (!published.isBlank() && (main.isEmpty() || !isJava(command))) {
            main = List.of(published.split(" "));
        }
        String program = command.isEmpty() ? "JVM" : command.get(0);
        return JvmName.of(main, options, program.substring(program.lastIndexOf('/') + 1));
    }

    private static boolean isDebuggable(String flags) {
        return flags.contains("-agentlib:jdwp") || flags.contains("-Xrunjdwp");
    }

    private static @Nullable String whyNot(
            long pid,
            Optional<LinuxProcess> linux,
            Optional<PerfData> perf,
            boolean published,
            ProcessHandle.Info info) {
        if (!linux.map(LinuxProcess::isOurs).orElseGet(() -> sameUser(info))) {
            String user = info.user().orElse("another user");
            return "belongs to " + user + "; start Heapline as that user (sudo -u " + user + " heapline)";
        }
        if (linux.map(LinuxProcess::isInOtherContainer).orElse(false)) {
            return "runs in a container; start Heapline inside that container";
        }
        String flags = perf.map(p -> p.get("java.rt.vmArgs") + p.get("java.rt.vmFlags"))
                .orElse("");
        boolean disabled = flags.contains("-XX:+DisableAttachMechanism")
                || linux.map(l -> l.commandLine().contains("-XX:+DisableAttachMechanism"))
                        .orElse(false);
        if (disabled) {
            return "has attaching disabled (-XX:+DisableAttachMechanism); restart it without, or use heapline run";
        }
        if (flags.contains("-XX:-EnableDynamicAgentLoading")) {
            return "accepts no agents while it runs (-XX:-EnableDynamicAgentLoading); restart it without, or use"
                    + " heapline run";
        }
        if (linux.map(LinuxProcess::isStopped).orElse(false)) {
            return "is stopped and cannot answer; let it go on with: kill -CONT " + pid;
        }
        boolean starting = published && perf.isEmpty()
                || linux.map(l -> !l.catchesAttachSignal() && !Files.exists(attachSocket(pid)))
                        .orElse(false);
        return starting ? "is still starting, or does not listen to SIGQUIT (-Xrs); try again in a moment" : null;
    }

    private static Path attachSocket(long pid) {
        return Path.of("/tmp", ".java_pid" + pid);
    }

    private static boolean sameUser(ProcessHandle.Info info) {
        return info.user().equals(ProcessHandle.current().info().user());
    }
}
