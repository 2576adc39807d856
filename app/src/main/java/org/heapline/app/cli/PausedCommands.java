package org.heapline.app.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.trip.TripFiles;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** Reads what to do with the stopped thread: the small debugger of the terminal. */
final class PausedCommands implements TripResponse.Commands {
    private static final long BEAT_MILLIS = 100;

    private final Terminal terminal;
    private final TypedLines lines;

    PausedCommands(Terminal terminal) {
        this.terminal = terminal;
        this.lines = new TypedLines(terminal.in());
    }

    @Override
    public boolean run(Session session, PausedThread paused, TripText text, TripFiles files, BooleanSupplier ended)
            throws SessionException {
        if (!paused.inDebugger()) {
            terminal.say("the thread is parked by Heapline, which cannot step; to step, start the program again with "
                    + session.maxMem().restartWithDebugger());
        }
        if (terminal.typed()) {
            terminal.messages().println("Type help for the commands; cont goes on.");
        }
        PausedCommand command = new PausedCommand(session, paused, text, files, terminal);
        while (!ended.getAsBoolean()) {
            TypedLines.Line line = next(ended, command);
            if (line == null) {
                return false;
            }
            if (line.atEnd()) {
                terminal.say("no more commands: the thread goes on");
                return false;
            }
            PausedCommand.Answer answer = command.carryOut(line.text());
            if (answer != PausedCommand.Answer.ASK_AGAIN) {
                return answer == PausedCommand.Answer.LEAVE;
            }
        }
        return false;
    }

    /** The next line, or null when the command has to end, or the thread has gone on, before one was typed. */
    private TypedLines.@Nullable Line next(BooleanSupplier ended, PausedCommand command) {
        if (terminal.typed()) {
            terminal.messages().print("(heapline) ");
            terminal.messages().flush();
        }
        while (!ended.getAsBoolean() && !command.hasGoneOn()) {
            TypedLines.Line line = lines.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** Where the thread stands now, in jdb's words. */
    static String place(PausedThread paused) {
        for (Trip.Frame frame : paused.frames()) {
            return "now at " + TripText.describe(frame);
        }
        return "now at an unknown place";
    }
}
