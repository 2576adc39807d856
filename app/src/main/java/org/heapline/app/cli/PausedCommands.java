package org.heapline.app.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** Reads what to do with the stopped thread: the small debugger of the terminal. */
final class PausedCommands implements TripResponse.Commands {
    private static final long BEAT_MILLIS = 100;
    private static final String HELP =
            "cont (or Enter): go on · step: next line · where: stack · locals · debugger: hand over to another debugger ·"
                    + " quit: release and detach";

    private final Terminal terminal;
    private final TypedLines lines;

    PausedCommands(Terminal terminal) {
        this.terminal = terminal;
        this.lines = new TypedLines(terminal.in());
    }

    @Override
    public boolean run(PausedThread paused, TripText text, BooleanSupplier ended) throws SessionException {
        if (terminal.typed()) {
            terminal.messages().println(paused.inDebugger() ? HELP : HELP.replace("step: next line · ", ""));
        }
        while (!ended.getAsBoolean()) {
            TypedLines.Line line = next(ended);
            if (line == null) {
                return false;
            }
            if (line.atEnd()) {
                terminal.say("no more commands: the thread goes on");
                return false;
            }
            switch (line.text().strip().toLowerCase(Locale.ROOT)) {
                case "", "c", "cont", "continue", "resume" -> {
                    return false;
                }
                case "q", "quit", "exit" -> {
                    return true;
                }
                default -> answer(line.text().strip().toLowerCase(Locale.ROOT), paused, text);
            }
        }
        return false;
    }

    /** The next line, or null when the command has to end before one was typed. */
    private TypedLines.@Nullable Line next(BooleanSupplier ended) {
        if (terminal.typed()) {
            terminal.messages().print("(heapline) ");
            terminal.messages().flush();
        }
        while (!ended.getAsBoolean()) {
            TypedLines.Line line = lines.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    private void answer(String command, PausedThread paused, TripText text) {
        try {
            switch (command) {
                case "w", "where", "bt" -> text.stack(paused.frames());
                case "l", "locals" -> text.locals(paused.locals(0));
                case "s", "step", "n", "next" -> step(paused);
                case "d", "debugger" -> terminal.messages().println(paused.handOver());
                default -> terminal.messages().println("'" + command + "' is no command here. " + HELP);
            }
        } catch (SessionException e) {
            terminal.messages().println(e.getMessage());
        }
    }

    private void step(PausedThread paused) throws SessionException {
        if (!paused.inDebugger()) {
            terminal.messages().println("A parked thread cannot step: that needs a target started with a debugger.");
            return;
        }
        paused.stepOver();
        for (Trip.Frame frame : paused.frames()) {
            terminal.messages().println("now at " + TripText.describe(frame));
            return;
        }
    }
}
