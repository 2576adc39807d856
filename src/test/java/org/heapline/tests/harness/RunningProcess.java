package org.heapline.tests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of the tests: its output is captured, and it never outlives them. */
public class RunningProcess implements AutoCloseable {
    /** How long a process that is asked to end may take before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** How long the system may take to end it, and the last of its words to arrive. */
    private static final Duration END = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final Output out;
    private final Output err;
    private final Thread killer;

    protected RunningProcess(String name, ProcessBuilder builder) {
        this.name = name;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not start", e);
        }
        killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
        out = new Output(name + " stdout", process.getInputStream());
        err = new Output(name + " stderr", process.getErrorStream());
    }

    /** Starts any program. */
    public static RunningProcess start(String... command) {
        return new RunningProcess(command[0], new ProcessBuilder(command));
    }

    public final long pid() {
        return process.pid();
    }

    public final Output out() {
        return out;
    }

    public final Output err() {
        return err;
    }

    public final boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end and returns the exit code. */
    public final int awaitExit(Duration bound) {
        try {
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("did not end within " + bound.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was still running when the test was interrupted");
        }
        out.awaitEnd(END);
        err.awaitEnd(END);
        return process.exitValue();
    }

    /** Writes a line to the standard input of the process. */
    protected final void send(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " takes no input", e);
        }
    }

    /** Ctrl-C. */
    public final void interrupt() {
        signal("INT");
    }

    /** SIGKILL: the process has no say in it. */
    public final void kill() {
        process.destroyForcibly();
        awaitExit(END);
    }

    /** SIGSTOP: the process hangs until {@link #goOn}. */
    public final void hang() {
        signal("STOP");
    }

    /** SIGCONT. */
    public final void goOn() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw failure("could not be sent " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure that shows all the process said. */
    public final AssertionError failure(String what) {
        return new AssertionError(
                name + " (" + pid() + ") " + what + "\n--- stdout\n" + out.text() + "--- stderr\n" + err.text());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // The tests are ending: the hook runs by itself.
        }
    }
}
