package org.heapline.client.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a running JVM was started, and how it is to be started for a debugger. */
final class Restart {
    private Restart() {}

    /** The command line to type, or the flag alone where the system does not tell how the JVM was started. */
    static String withDebugger(long pid) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(Restart::withFlag)
                .orElse(JdwpAddress.FLAG);
    }

    private static Optional<String> withFlag(ProcessHandle.Info info) {
        return info.command().flatMap(command -> info.arguments().map(arguments -> withFlag(command, arguments)));
    }

    /** In place of the JDWP it has: a JVM takes only one. */
    static String withFlag(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command, JdwpAddress.FLAG));
        Arrays.stream(arguments).filter(each -> !isJdwp(each)).forEach(words::add);
        return words.stream().map(Restart::quoted).collect(Collectors.joining(" "));
    }

    private static boolean isJdwp(String argument) {
        return argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp");
    }

    /** As a shell takes it. */
    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
