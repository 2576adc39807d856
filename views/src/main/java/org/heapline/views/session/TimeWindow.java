package org.heapline.views.session;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.heapline.client.Session;
import org.heapline.profile.LineHistory;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimeRange;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time whose lines the tables show: all of the session, or a range chosen on the chart. To be used on the
 * JavaFX thread.
 */
public final class TimeWindow {
    private final SessionViewModel session;
    private final ReadOnlyObjectWrapper<@Nullable TimeRange> range = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Snapshot> shown;
    private int request;

    TimeWindow(SessionViewModel session, Snapshot first) {
        this.session = session;
        shown = new ReadOnlyObjectWrapper<>(first);
    }

    /** Takes over what was measured now, unless a range holds the tables. */
    void follow(Snapshot all) {
        if (range.get() == null) {
            shown.set(all);
        }
    }

    /** Shows what the lines took in a range; its ends are moved to where the history has boundaries. */
    public void select(TimeRange wanted) {
        Session live = session.session();
        Snapshot all = session.snapshot();
        if (live == null && all.slices().isEmpty()) {
            session.noticeProperty().set(Notice.failed(Messages.text("chart.range.saved")));
            return;
        }
        int mine = ++request;
        Background.Fetch<LineHistory.Window> between = live == null
                ? () -> all.slices().between(wanted, all.methods())
                : () -> live.lineHistory().between(wanted);
        session.background().fetch(between, window -> {
            if (mine == request) {
                show(window);
            }
        });
    }

    private void show(LineHistory.Window window) {
        if (window.methods().isEmpty()) {
            session.noticeProperty().set(Notice.failed(Messages.text("chart.range.empty")));
            return;
        }
        Snapshot all = session.snapshot();
        // The range last: who follows it reads what is shown.
        shown.set(new Snapshot(
                all.target(),
                all.backend(),
                all.startedAt(),
                Duration.ofMillis(window.range().millis()),
                all.complete(),
                window.methods(),
                all.timeline(),
                all.trip(),
                all.problems(),
                all.sources()));
        range.set(window.range());
    }

    /** Shows the whole session again. */
    public void clear() {
        request++;
        if (range.get() != null) {
            shown.set(session.snapshot());
            range.set(null);
        }
    }

    /** The chosen range; null for the whole session. */
    public ReadOnlyObjectProperty<@Nullable TimeRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** What the tables show: the newest snapshot, or the lines of the range. Its duration is that of the range. */
    public ReadOnlyObjectProperty<Snapshot> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
