package org.heapline.tests.harness;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The real command line in a JVM of its own, with the class path of the tests. */
public final class HeaplineCli extends RunningProcess {
    private static final Duration BOUND = Duration.ofSeconds(90);

    private HeaplineCli(ProcessBuilder builder, List<String> arguments) {
        super("heapline " + String.join(" ", arguments), builder);
    }

    /**
     * How a command ended.
     *
     * @param exit the exit code
     * @param out all of standard output
     * @param err all of standard error
     */
    public record Result(int exit, String out, String err) {
        @Override
        public String toString() {
            return "exit " + exit + "\n--- stdout\n" + out + "--- stderr\n" + err;
        }
    }

    /** Starts a command. */
    public static HeaplineCli start(String... arguments) {
        return start(Jdks.running(), List.of(arguments));
    }

    /**
     * Starts a command.
     *
     * @param jdk what runs Heapline, and what {@code heapline run} takes for its targets
     */
    public static HeaplineCli start(Jdk jdk, List<String> arguments) {
        return start(List.of(), jdk, classPath(), arguments);
    }

    /**
     * Starts a command through another program.
     *
     * @param through the other program and its arguments, before the command
     */
    static HeaplineCli start(List<String> through, Jdk jdk, String classPath, List<String> arguments) {
        List<String> command = new ArrayList<>(through);
        command.add(jdk.java().toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Djava.awt.headless=true"));
        command.addAll(List.of("-cp", classPath, "org.heapline.app.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(TestFolder.shared("cli").toFile());
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        return new HeaplineCli(builder, arguments);
    }

    /** Runs a command to its end. */
    public static Result run(String... arguments) {
        try (HeaplineCli cli = start(arguments)) {
            return cli.finish();
        }
    }

    /** Waits for the end by itself. */
    public Result finish() {
        int exit = awaitExit(BOUND);
        return new Result(exit, out().text(), err().text());
    }

    /** Presses Ctrl-C and waits for the end. */
    public Result interruptAndFinish() {
        interrupt();
        return finish();
    }

    /** Starts {@code attach} on a target, and waits until what is wanted is instrumented and the limit armed. */
    public static HeaplineCli attach(TargetProgram target, String... options) {
        List<String> arguments = new ArrayList<>(List.of("attach", Long.toString(target.pid())));
        arguments.addAll(List.of(options));
        HeaplineCli cli = start(arguments.toArray(String[]::new));
        try {
            Await.until("the agent to be ready in " + target.pid(), BOUND, () -> {
                if (!cli.alive()) {
                    throw cli.failure("ended before it was attached");
                }
                return target.ask("agent").startsWith("ready");
            });
            cli.awaitMessage("profiling ");
        } catch (AssertionError e) {
            cli.close();
            throw e;
        }
        return cli;
    }

    /** Waits until a message has this text in it, and returns the line. */
    public String awaitMessage(String text) {
        return err().await(0, line -> line.contains(text), BOUND)
                .orElseThrow(() -> failure("did not say '" + text + "'"));
    }

    /** Types a line at the terminal. */
    public void type(String line) {
        send(line);
    }

    /** The class path of the tests: Heapline and all it stands on. */
    public static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /**
     * A jar on the class path of the tests.
     *
     * @param name what the name of its file is like, as a regular expression
     */
    public static String jar(String name) {
        for (String entry : classPath().split(File.pathSeparator)) {
            if (Path.of(entry).getFileName().toString().matches(name)) {
                return entry;
            }
        }
        throw new AssertionError(name + " is not on the class path of the tests");
    }
}
