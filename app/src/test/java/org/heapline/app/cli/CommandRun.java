package org.heapline.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.heapline.client.local.LocalAttacher;

/**
 * One command run inside the test, with its streams caught.
 *
 * @param exit the exit code
 * @param out what it printed as data
 * @param err what it printed as messages
 */
record CommandRun(int exit, String out, String err) {
    /** Runs a command where there is no display and nothing on stdin. */
    static CommandRun of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        Context context = new Context(terminal, new LocalAttacher(), new Interruption());
        int exit = HeaplineCommand.commandLine(context, new NoDisplay()).execute(arguments);
        return new CommandRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static final class NoDisplay implements Desktop {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public int open() throws CommandFailure {
            throw new CommandFailure(ExitCode.FAILED, "there is no display");
        }

        @Override
        public int openAttachedTo(long pid) throws CommandFailure {
            return open();
        }

        @Override
        public Pictures pictures() throws IOException {
            throw new IOException("there is no display");
        }
    }
}
