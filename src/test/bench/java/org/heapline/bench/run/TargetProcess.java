package org.heapline.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that does something only when it is told to. Used by one thread. */
final class TargetProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;

    /**
     * Starts it and waits until it is ready.
     *
     * @param main the class to run
     */
    TargetProcess(Jdk jdk, List<String> jvmOptions, String classPath, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = process.outputWriter(StandardCharsets.UTF_8);
        String first = answers.readLine();
        if (!"ready".equals(first)) {
            close();
            throw new IOException(
                    "the target did not get ready but said: " + first + "; it was started with " + command);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Tells it something and waits for its answer. */
    String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the target ended at '" + command + "'; what it printed stands above");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
