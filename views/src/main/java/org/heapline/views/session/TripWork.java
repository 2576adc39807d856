package org.heapline.views.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripFiles;
import org.heapline.profile.Trip;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** Does what limits ask for when they are exceeded, one trip after the other, while the thread stands. */
final class TripWork {
    private static final System.Logger LOG = System.getLogger(TripWork.class.getName());

    /** A trip is told before its thread stands in the debugger; where it never does, the work is done without it. */
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(5);

    private final SessionViewModel session;
    private final Triggers triggers;
    private final ReadOnlyBooleanWrapper exit = new ReadOnlyBooleanWrapper();
    private final Set<Trip> toLetGo = new HashSet<>();
    private Path folder = Path.of("").toAbsolutePath();
    private int handled = -1;
    private boolean working;
    private @Nullable Instant firstSeen;

    TripWork(SessionViewModel session, Triggers triggers) {
        this.session = session;
        this.triggers = triggers;
    }

    ReadOnlyBooleanProperty exitProperty() {
        return exit.getReadOnlyProperty();
    }

    void writeTo(Path chosen) {
        folder = chosen;
    }

    /** Looks for trips that nothing was done about yet. Those from before this window followed the session stay. */
    void follow(MaxMem maxMem) {
        List<Trip> trips = maxMem.trips();
        PausedThread paused = maxMem.paused();
        if (paused != null && toLetGo.remove(paused.trip())) {
            triggers.letGo(paused);
        }
        if (handled < 0) {
            handled = trips.size();
        }
        while (!working && handled < trips.size()) {
            Trip trip = trips.get(handled);
            Trigger trigger = triggers.of(trip);
            boolean plain = trigger == null || trigger.actions().all().isEmpty();
            boolean stands = paused != null && paused.trip().equals(trip);
            if (!plain && !stands && trip.note().isEmpty() && !tookTooLong()) {
                return;
            }
            handled++;
            firstSeen = null;
            if (trigger != null && !plain) {
                begin(trip, trigger, stands ? paused : null);
            }
        }
    }

    private boolean tookTooLong() {
        Instant now = Instant.now();
        if (firstSeen == null) {
            firstSeen = now;
        }
        return Duration.between(firstSeen, now).compareTo(UNTIL_STOPPED) > 0;
    }

    private void begin(Trip trip, Trigger trigger, @Nullable PausedThread thread) {
        Session live = session.session();
        if (live == null) {
            return;
        }
        working = true;
        TripNotices notices = new TripNotices(session, folder);
        TripFiles files = new TripFiles(live, notices);
        session.background()
                .run(
                        () -> {
                            try {
                                refresh(live);
                                for (TripAction each : trigger.actions().work()) {
                                    files.carryOut(each, trip);
                                }
                            } finally {
                                session.fx().later(() -> done(trip, trigger, thread, notices));
                            }
                        },
                        () -> {});
    }

    private static void refresh(Session live) {
        try {
            live.refresh();
        } catch (SessionException e) {
            LOG.log(System.Logger.Level.DEBUG, "The files of the trip show the last figures, not those of the trip", e);
        }
    }

    private void done(Trip trip, Trigger trigger, @Nullable PausedThread thread, TripNotices notices) {
        working = false;
        notices.sumUp();
        if (trigger.actions().asksFor(TripAction.Kind.EXIT)) {
            end(thread);
        } else if (!trigger.actions().waits()) {
            if (thread != null) {
                triggers.letGo(thread);
            } else if (trip.note().isEmpty()) {
                toLetGo.add(trip);
            }
        }
        Session live = session.session();
        if (live != null) {
            follow(live.maxMem());
        }
    }

    private void end(@Nullable PausedThread thread) {
        session.noticeProperty().set(Notice.done(Messages.text("limits.ending")));
        session.background()
                .run(
                        () -> {
                            if (thread != null) {
                                thread.resume();
                            }
                        },
                        () -> exit.set(true));
    }
}
