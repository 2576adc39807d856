package org.heapline.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripAction.Kind;
import org.heapline.client.trip.TripFiles;
import org.heapline.profile.Snapshot;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** Carries out {@code --on-max-mem} when a limit is exceeded: one trip after the other. */
final class TripResponse {
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(30);

    private final Session session;
    private final TripRules rules;
    private final Reports reports;
    private final Terminal terminal;
    private final Commands commands;
    private final TripFiles files;
    private final BooleanSupplier leaving;
    private int handled;
    private @Nullable Instant firstSeen;
    private @Nullable Snapshot atTrip;

    /**
     * Prepares the answer.
     *
     * @param leaving called before the thread goes on because the command leaves the target; ends the target if that
     *     ends with the command, and answers whether it does
     */
    TripResponse(
            Session session,
            TripRules rules,
            Reports reports,
            Terminal terminal,
            Commands commands,
            BooleanSupplier leaving) {
        this.session = session;
        this.rules = rules;
        this.reports = reports;
        this.terminal = terminal;
        this.commands = commands;
        this.leaving = leaving;
        this.files = new TripFiles(session, new BesideReport(session, reports, terminal));
    }

    /**
     * Arms the limits.
     *
     * @throws CommandFailure if the target has no debugger and one was asked for
     */
    void arm() throws SessionException, CommandFailure {
        if (rules.actions().stop() == MaxMem.Action.JDWP && !session.process().jdwp()) {
            String again = session.maxMem().restartWithDebugger();
            throw new CommandFailure(
                    ExitCode.TARGET,
                    session.process().pid() + " (" + session.process().name()
                            + ") was not started with a debugger (jdwp), so it"
                            + " cannot be stopped in one: use --on-max-mem park, or start it again with "
                            + again);
        }
        for (MaxMem.Limit each : rules.limits()) {
            session.maxMem().arm(each);
        }
    }

    /**
     * Looks for a trip and answers it.
     *
     * @param ended whether the command is to come to its end although the thread still stands
     * @return whether the command is to leave the target now
     */
    boolean handle(BooleanSupplier ended) throws SessionException {
        List<Trip> trips = session.maxMem().trips();
        if (trips.size() <= handled) {
            return false;
        }
        Trip trip = trips.get(handled);
        PausedThread paused = session.maxMem().paused();
        boolean mine = paused != null && paused.trip().equals(trip);
        if (!mine && trip.note().isEmpty() && !stoppingTookTooLong()) {
            return false;
        }
        handled++;
        firstSeen = null;
        PausedThread stopped = mine ? paused : null;
        TripText text = new TripText(terminal.messages());
        text.sentence(trip);
        if (rules.actions().waits() || trip.approximate()) {
            text.stack(stopped == null ? trip.stack() : stopped.frames());
            text.locals(trip);
        }
        boolean leave = false;
        try {
            PausedThread asked = rules.actions().waits() ? stopped : null;
            boolean exits = asked == null && rules.actions().asksFor(Kind.EXIT);
            write(trip, exits || rules.actions().asksFor(Kind.REPORT));
            leave = asked == null ? exits : commands.run(session, asked, text, files, ended);
        } finally {
            if (leave && leaving.getAsBoolean()) {
                letEnd(trip);
            } else {
                release(stopped, trip);
            }
        }
        return leave;
    }

    /** The snapshot of the moment of the trip, if the report is to show that one. */
    @Nullable
    Snapshot atTrip() {
        return atTrip;
    }

    /** Whether the command ends with {@link ExitCode#MAX_MEM}. */
    boolean exits() {
        return handled > 0 && rules.actions().asksFor(Kind.EXIT);
    }

    /** Whether something that was asked for could not be written. */
    boolean failed() {
        return files.failed();
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

    private void write(Trip trip, boolean reported) {
        Snapshot newest = reports.newest(session);
        if (reported) {
            atTrip = newest;
        }
        for (TripAction each : rules.actions().work()) {
            files.carryOut(each, trip);
        }
    }

    /** Lets the thread go on, if it still stands, with the limit armed again if that is wanted. */
    private void release(@Nullable PausedThread stopped, Trip trip) throws SessionException {
        if (rules.rearmBytes() > 0 && session.state() == Session.State.ATTACHED) {
            for (Trigger each : rules.triggers()) {
                if (each.trippedAs(trip)) {
                    session.maxMem().arm(each.after(trip));
                }
            }
        }
        PausedThread paused = session.maxMem().paused();
        if (stopped != null && paused == stopped
                || paused != null && paused.trip().equals(trip)) {
            paused.resume();
        }
    }

    /** Lets the thread go on in a program that is ending: what it held may be needed for that. */
    private void letEnd(Trip trip) {
        PausedThread paused = session.maxMem().paused();
        if (paused != null && paused.trip().equals(trip)) {
            try {
                paused.resume();
            } catch (SessionException e) {
                return; // it has ended by now: nothing stands any more
            }
        }
    }

    /** Asks for commands while the thread stands. */
    interface Commands {
        /** Lets the user work with the thread; answers whether to leave the target. */
        boolean run(Session session, PausedThread paused, TripText text, TripFiles files, BooleanSupplier ended)
                throws SessionException;
    }

    /** For a program that has the keyboard to itself: the trip is shown and the thread goes on. */
    static Commands none(Terminal terminal) {
        return (session, paused, text, files, ended) -> {
            terminal.say("the thread goes on (no terminal to ask at)");
            return false;
        };
    }
}
