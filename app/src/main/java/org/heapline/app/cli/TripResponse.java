package org.heapline.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Snapshot;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** Carries out {@code --on-max-mem} when the limit is exceeded. */
final class TripResponse {
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(5);

    private final Session session;
    private final TripRules rules;
    private final Reports reports;
    private final Terminal terminal;
    private final Commands commands;
    private @Nullable Trip handled;
    private @Nullable Instant firstSeen;
    private @Nullable Snapshot atTrip;

    TripResponse(Session session, TripRules rules, Reports reports, Terminal terminal, Commands commands) {
        this.session = session;
        this.rules = rules;
        this.reports = reports;
        this.terminal = terminal;
        this.commands = commands;
    }

    /**
     * Arms the limit.
     *
     * @throws CommandFailure if the target has no debugger and one was asked for
     */
    void arm() throws SessionException, CommandFailure {
        if (rules.asksFor(TripAction.JDWP) && !session.process().jdwp()) {
            throw new CommandFailure(
                    ExitCode.TARGET,
                    session.process().pid() + " (" + session.process().name()
                            + ") was not started with a debugger, so it"
                            + " cannot be stopped in one: use --on-max-mem park, or start it with"
                            + " -agentlib:jdwp=transport=dt_socket,server=y,suspend=n");
        }
        session.maxMem().arm(rules.limit());
    }

    /**
     * Looks for a trip and answers it.
     *
     * @param ended whether the command is to come to its end although the thread still stands
     * @return whether the command is to leave the target now
     */
    boolean handle(BooleanSupplier ended) throws SessionException, IOException {
        MaxMem maxMem = session.maxMem();
        Trip trip = maxMem.trip();
        if (trip == null || trip.equals(handled)) {
            return false;
        }
        PausedThread paused = maxMem.paused();
        if (paused == null && !stoppingTookTooLong()) {
            return false;
        }
        handled = trip;
        Trip shown = paused == null ? trip : paused.trip();
        TripText text = new TripText(terminal.messages());
        text.sentence(shown);
        if (rules.waitsForCommands()) {
            text.stack(shown.stack());
            text.locals(shown.locals());
        }
        try {
            write();
            if (rules.waitsForCommands() && paused != null) {
                return commands.run(paused, text, ended);
            }
        } finally {
            release();
        }
        return rules.asksFor(TripAction.EXIT);
    }

    /** The snapshot of the moment of the trip, if the report is to show that one. */
    @Nullable
    Snapshot atTrip() {
        return atTrip;
    }

    /** Whether the command ends with {@link ExitCode#MAX_MEM}. */
    boolean exits() {
        return handled != null && rules.asksFor(TripAction.EXIT);
    }

    private boolean stoppingTookTooLong() {
        Instant now = Instant.now();
        Instant first = firstSeen;
        if (first == null) {
            firstSeen = now;
            return false;
        }
        return Duration.between(first, now).compareTo(UNTIL_STOPPED) > 0;
    }

    private void write() throws SessionException, IOException {
        session.refresh();
        if (rules.asksFor(TripAction.REPORT)) {
            atTrip = session.snapshot();
        }
        if (rules.asksFor(TripAction.SNAPSHOT)) {
            Path file = free(".heapline");
            Reports.save(session, file);
            terminal.say("snapshot of the trip written to " + file);
        }
        if (rules.asksFor(TripAction.DUMP)) {
            Path file = free(".hprof");
            session.heapDump(file, false);
            terminal.say("heap dump of the trip written to " + file);
        }
    }

    /** A file of that kind beside the output that does not exist yet. */
    private Path free(String suffix) {
        Path output = reports.file();
        String base = "heapline-" + session.process().pid();
        Path folder = Path.of("").toAbsolutePath();
        if (output != null) {
            Path absolute = output.toAbsolutePath();
            String name = String.valueOf(absolute.getFileName());
            int dot = name.lastIndexOf('.');
            base = dot > 0 ? name.substring(0, dot) : name;
            folder = absolute.resolveSibling("").toAbsolutePath();
        }
        Path file = folder.resolve(base + "-trip" + suffix);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(base + "-trip-" + i + suffix);
        }
        return file;
    }

    private void release() throws SessionException {
        PausedThread paused = session.maxMem().paused();
        if (paused != null) {
            paused.resume();
        }
    }

    /** Asks for commands while the thread stands. */
    interface Commands {
        /** Lets the user work with the thread; answers whether to leave the target. */
        boolean run(PausedThread paused, TripText text, BooleanSupplier ended) throws SessionException;
    }

    /** For a program that has the keyboard to itself: the trip is shown and the thread goes on. */
    static Commands none(Terminal terminal) {
        return (paused, text, ended) -> {
            terminal.say("the thread goes on (no terminal to ask at)");
            return false;
        };
    }
}
