package org.heapline.tests.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A target program in a JVM of its own. It says "ready" when it is, takes commands on its standard input, and answers
 * each with one line that starts with "= ".
 */
public final class TargetProgram extends RunningProcess {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Path folder;

    private TargetProgram(String name, ProcessBuilder builder) {
        super(name, builder);
        folder = builder.directory().toPath();
    }

    /**
     * Starts a target and waits until it is ready.
     *
     * @param flags for the JVM
     */
    public static TargetProgram start(Jdk jdk, TargetSources sources, String mainClass, String... flags) {
        TargetProgram target = new TargetProgram(
                mainClass + " on " + jdk,
                new ProcessBuilder(command(jdk, sources, mainClass, flags))
                        .directory(sources.folder().toFile()));
        if (target.out().await(0, "ready"::equals, START).isEmpty()) {
            target.kill();
            throw target.failure("did not get ready");
        }
        return target;
    }

    /** The command that starts a target. */
    public static List<String> command(Jdk jdk, TargetSources sources, String mainClass, String... flags) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.add("-Xmx512m");
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", sources.classPath(), mainClass));
        return command;
    }

    /** Sends a command and returns its answer. */
    public String ask(String command) {
        return ask(command, ANSWER);
    }

    /** Sends a command that may take long and returns its answer. */
    public String ask(String command, Duration bound) {
        int from = out().size();
        tell(command);
        return answer(from, command, bound);
    }

    /** Sends a command and does not wait for the answer. */
    public void tell(String command) {
        send(command);
    }

    /** Waits for the answer to a command that was told when the output had so many lines. */
    public String answer(int from, String command) {
        return answer(from, command, ANSWER);
    }

    private String answer(int from, String command, Duration bound) {
        return out().await(from, line -> line.startsWith("= "), bound)
                .orElseThrow(() -> failure("gave no answer to: " + command))
                .substring(2);
    }

    /** Waits until the agent is there and has instrumented what is wanted. */
    public void awaitProfiled() {
        Await.until("the agent to be ready in " + pid(), START, () -> {
            if (!alive()) {
                throw failure("ended before the agent was ready");
            }
            return ask("agent").startsWith("ready");
        });
    }

    /** Waits until nothing of the agent is left that the target can see: neither its bean nor a thread. */
    public void awaitUnprofiled() {
        awaitUnprofiled(ANSWER);
    }

    /** The same for a target of which so much is profiled that leaving it takes long. */
    public void awaitUnprofiled(Duration bound) {
        Await.until(
                "the agent to leave " + pid(),
                bound,
                () -> "false".equals(ask("registered"))
                        && !ask("threads").toLowerCase(Locale.ROOT).contains("heapline"));
    }

    /** Waits until a command has this answer. */
    public void awaitAnswer(String command, String wanted) {
        Await.until(command + " to answer " + wanted, ANSWER, () -> ask(command).equals(wanted));
    }

    /** The working folder. */
    public Path folder() {
        return folder;
    }
}
