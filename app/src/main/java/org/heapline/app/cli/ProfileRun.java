package org.heapline.app.cli;

import java.io.IOException;
import java.time.Duration;
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
    private Recording.@Nullable Ending ending;

    ProfileRun(
            Session session,
            ProfileOptions options,
            OutputOptions output,
            Context context,
            TripResponse.Commands commands) {
        this.session = session;
        this.options = options;
        this.context = context;
        this.reports = new Reports(output, context.terminal());
        this.patterns = new PatternWatch(session, options.patterns(), context.terminal());
        TripRules rules = options.tripRules();
        this.trips = rules == null ? null : new TripResponse(session, rules, reports, context.terminal(), commands);
    }

    /**
     * Profiles until the end and detaches.
     *
     * @param duration how long at most, or null for as long as the target runs
     * @return everything measured, with sources
     */
    Snapshot follow(@Nullable Duration duration) throws SessionException, IOException, CommandFailure {
        if (trips != null) {
            trips.arm();
        }
        greet();
        LiveLine live = LiveLine.whenWatched(context.terminal());
        Recording recording = new Recording(session, context.interruption());
        ending = recording.follow(duration, patterns, live, trips);
        boolean targetIsThere = ending != Recording.Ending.TARGET_ENDED;
        if (targetIsThere) {
            refresh();
        } else {
            context.terminal().say(session.process().pid() + " ended; here is what was measured until then");
        }
        Snapshot atTrip = trips == null ? null : trips.atTrip();
        Snapshot measured = patterns.noted(atTrip != null ? atTrip : session.snapshot());
        // Class files of lines without sources come from the target: look before leaving.
        Snapshot complete = SessionSources.of(session, targetIsThere).addTo(measured);
        session.close();
        return complete;
    }

    /** Whether the target went before there was a single figure. */
    boolean nothingMeasured() {
        Snapshot snapshot = session.snapshot();
        return ending == Recording.Ending.TARGET_ENDED
                && snapshot.timeline().isEmpty()
                && snapshot.methods().isEmpty();
    }

    void report(Snapshot measured) throws IOException {
        reports.write(measured);
    }

    boolean exitsWithMaxMem() {
        return trips != null && trips.exits();
    }

    private void greet() {
        String what = options.patterns().isEmpty() ? "its own classes" : String.join(", ", options.patterns());
        context.terminal()
                .say("profiling " + what + " of " + session.process().pid() + " ("
                        + session.process().name() + ", JDK "
                        + session.process().jdk() + ")");
    }

    private void refresh() {
        try {
            session.refresh();
        } catch (SessionException e) {
            // The report then shows the last poll; that it is not the newest must be said.
            context.terminal().say("the last figures are missing: " + Failures.message(e));
        }
    }
}
