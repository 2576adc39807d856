package org.heapline.client.local;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.heapline.client.AgentJars;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.LaunchedTarget;
import org.heapline.client.MaxMem;
import org.heapline.client.Session;
import org.heapline.client.debug.AgentLimit;
import org.heapline.client.debug.JdwpAddress;
import org.heapline.client.jvm.JvmList;
import org.heapline.client.session.JmxSession;

/** Starts {@code java ARGS} with the agent in it from its first line. */
public final class RunLauncher {
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);

    /** Without an answer its limits could not be armed for the debugger, and the program would be given up. */
    private static final Duration FIRST_ANSWER_WITH_LIMITS = Duration.ofSeconds(60);

    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private final JvmList jvms = new JvmList();

    /**
     * Starts the program with this program's standard streams and returns when it can be talked to, has ended, or has
     * been silent for a few seconds. Uses the {@code java} of {@code JAVA_HOME}, else that of the path, else the one
     * this program runs on.
     *
     * @param arguments what follows {@code java}
     * @throws AttachException if it cannot be started
     */
    public LaunchedTarget launch(List<String> arguments, Attacher.Options options) throws AttachException {
        return launch(arguments, options, List.of());
    }

    /**
     * As {@link #launch(List, Attacher.Options)}, with MAXMEM in force from the first line. Arm the same limit again
     * when this returns, so that it stops in the debugger where there is one; a thread that has run over it by then is
     * parked, and arming changes nothing.
     *
     * <p>Where a limit stops in the debugger, the program is started with one that listens on this machine alone, unless
     * its arguments bring one.
     */
    public LaunchedTarget launch(List<String> arguments, Attacher.Options options, List<MaxMem.Limit> limits)
            throws AttachException {
        if (arguments.isEmpty()) {
            throw new AttachException("there is nothing to run; name a main class or -jar FILE after --");
        }
        try {
            Path dump = Files.createTempFile("heapline-run", ".dump");
            Files.delete(dump); // the agent writes it; only the name is wanted
            // Without the attach mechanism nobody could renew the lease, or release a thread.
            boolean attachable = !arguments.contains("-XX:+DisableAttachMechanism");
            List<MaxMem.Limit> start =
                    attachable ? limits.stream().map(AgentLimit::beforeMain).toList() : List.of();
            boolean debugged = limits.stream().anyMatch(each -> each.action() == MaxMem.Action.JDWP)
                    && arguments.stream().noneMatch(each -> each.startsWith("-agentlib:jdwp"));
            String told = JmxSession.agentArguments(options, attachable) + ";dump=" + dump
                    + (start.isEmpty() ? "" : ";" + AgentLimit.arguments(start));
            List<String> all = new ArrayList<>(debugged ? List.of(JdwpAddress.FLAG) : List.of());
            all.addAll(arguments);
            Process process = new ProcessBuilder(command(all, told)).inheritIO().start();
            JvmProcess target = JvmList.started(process.toHandle(), version(), all);
            JmxSession session = JmxSession.follow(target, jvms, LocalAttacher.checked(options), dump, start);
            session.awaitFirstAnswer(start.isEmpty() ? FIRST_ANSWER : FIRST_ANSWER_WITH_LIMITS);
            return new Launched(process, session, dump);
        } catch (IOException e) {
            throw new AttachException("java cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(List<String> arguments, String told) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-javaagent:" + AgentJars.unpack() + "=" + told);
        command.addAll(arguments);
        return command;
    }

    private static String java() {
        String home = System.getenv("JAVA_HOME");
        if (home != null && !home.isBlank()) {
            return program(Path.of(home)).toString();
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path java = Path.of(folder, programName());
            if (!folder.isBlank() && Files.isExecutable(java)) {
                return java.toString();
            }
        }
        return program(Path.of(System.getProperty("java.home"))).toString();
    }

    /** Which JDK is started, from the file that each has in its home; empty if it cannot be read. */
    private static String version() {
        try {
            Path home = Path.of(java()).toRealPath().resolveSibling("..").normalize();
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
                properties.load(in);
            }
            return properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        } catch (IOException e) {
            return ""; // The target itself says when it answers.
        }
    }

    private static Path program(Path home) {
        return home.resolve("bin").resolve(programName());
    }

    private static String programName() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        return windows ? "java.exe" : "java";
    }

    private record Launched(Process process, JmxSession jmx, Path dump) implements LaunchedTarget {
        @Override
        public Session session() {
            return jmx;
        }

        @Override
        public int await() throws InterruptedException {
            int exit = process.waitFor();
            jmx.awaitEnd(LAST_WORDS);
            return exit;
        }

        @Override
        public void close() {
            jmx.close();
            try {
                Files.deleteIfExists(dump);
            } catch (IOException e) {
                dump.toFile().deleteOnExit();
            }
        }
    }
}
