package org.heapline.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Snapshot;
import org.jspecify.annotations.Nullable;

/** One session of the command line, from the first word about it to its report. */
final class ProfileRun {
    private final Session session;
    private final ProfileOptions options;
    private final Context context;
    private final Reports reports;
    private final PatternWatch patterns;
    private final @Nullable TripResponse trips;

    /** What the last poll brought; null before it, and if it brought nothing. */
    private @Nullable Snapshot last;

    /**
     * Begins.
     *
     * @param leaving see {@link TripResponse}
     */
    ProfileRun(
            Session session,
            ProfileOptions options,
            OutputOptions output,
            Context context,
            TripResponse.Commands commands,
            BooleanSupplier leaving) {
        this.session = session;
        this.options = options;
        this.context = context;
        this.reports = new Reports(output, context.terminal());
        // There is something to lose now: Ctrl-C detaches and reports, whatever the command is at.
        context.interruption().hold();
        this.patterns = new PatternWatch(session, options.patterns(), context.terminal());
        TripRules rules = options.tripRules();
        this.trips =
                rules == null ? null : new TripResponse(session, rules, reports, context.terminal(), commands, leaving);
    }

    /**
     * Profiles until the end.
     *
     * @param duration how long at most, or null for as long as the target runs
     */
    Recording.Ending follow(@Nullable Duration duration, LiveLine live) throws SessionException, IOException {
        Recording recording = new Recording(session, context.interruption());
        Recording.Ending ending = recording.follow(duration, patterns, live, trips);
        if (ending != Recording.Ending.TARGET_ENDED) {
            last = newest();
        }
        return session.state() == Session.State.LOST ? Recording.Ending.TARGET_ENDED : ending;
    }

    /** Everything measured, or what was measured at the trip if that is what was asked for; with sources. */
    Snapshot measured() {
        Snapshot atTrip = trips == null ? null : trips.atTrip();
        return new SessionSources(session, context.terminal())
                .addTo(patterns.noted(atTrip != null ? atTrip : atLast()));
    }

    private Snapshot atLast() {
        Snapshot polled = last;
        // What a target said when it ended is more than the last poll.
        return polled != null && session.state() != Session.State.LOST
                ? polled
                : session.lineHistory().into(session::snapshot);
    }

    /** Whether the target went before there was a single figure. */
    boolean nothingMeasured() {
        Snapshot snapshot = session.snapshot();
        return snapshot.timeline().isEmpty() && snapshot.methods().isEmpty();
    }

    void report(Snapshot measured) throws IOException {
        reports.write(measured, patterns.said());
    }

    /** How the command ends, if all else went well. */
    int exit(int otherwise) {
        if (trips == null) {
            return otherwise;
        }
        if (trips.exits()) {
            return ExitCode.MAX_MEM;
        }
        return trips.failed() && otherwise == ExitCode.DONE ? ExitCode.FAILED : otherwise;
    }

    /** Arms MAXMEM if there is a limit. */
    void arm() throws SessionException, CommandFailure {
        if (trips != null) {
            trips.arm();
        }
    }

    /** Says what is being done to whom. */
    void greet() {
        String what = options.patterns().isEmpty() ? "its own classes" : String.join(", ", options.patterns());
        context.terminal()
                .say("profiling " + what + " of " + session.process().pid() + " ("
                        + session.process().name() + ", JDK "
                        + session.process().jdk() + ")");
    }

    private @Nullable Snapshot newest() {
        try {
            return session.newest();
        } catch (SessionException e) {
            // The report then shows the last poll; that it is not the newest must be said. Of a target that has ended,
            // the session itself knows whether anything is missing.
            if (session.state() != Session.State.LOST) {
                context.terminal().say("the last figures are missing: " + Failures.message(e));
            }
            return null;
        }
    }
}
