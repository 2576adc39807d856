package org.heapline.views.charts;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.heapline.profile.TimeRange;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trend;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The figures of the legend: the newest sample, and what the timeline amounts to. */
public final class TimelineViewModel {
    private static final long RATE_MILLIS = 1_000;

    private static final int FEW = 600;
    private static final long TREND_MILLIS = 1_000;

    private final SessionViewModel session;
    private @Nullable TimeRange estimatedFor;
    private long estimatedAt;
    private final ReadOnlyStringWrapper heap = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper committed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rss = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper peak = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper baseline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper growth = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper leakLike = new ReadOnlyBooleanWrapper();

    /** @param ties let go of the session */
    public TimelineViewModel(SessionViewModel session, Ties ties) {
        this.session = session;
        InvalidationListener update = changed -> update();
        ties.follow(session.snapshotProperty(), update);
        ties.follow(session.window().rangeProperty(), update);
        update();
    }

    private void update() {
        List<TimelineSample> samples = session.snapshot().timeline();
        if (!samples.isEmpty()) {
            TimelineSample last = samples.get(samples.size() - 1);
            heap.set(bytes(last.heapUsed()));
            committed.set(
                    last.heapMax() <= 0
                            ? bytes(last.heapCommitted())
                            : Messages.text("chart.committed.of", bytes(last.heapCommitted()), bytes(last.heapMax())));
            rss.set(bytes(last.rss()));
            rate.set(rate(samples));
        }
        if (!isDue(samples)) {
            return;
        }
        Trend trend = Trend.of(looked(samples));
        peak.set(Figures.bytes(trend.peakBytes()));
        baseline.set(Figures.bytes(trend.baselineBytes()));
        leakLike.set(trend.leakLike());
        growth.set(growth(trend));
    }

    /** Going through a long session takes a while: as long as nobody chooses another range, once a second will do. */
    private boolean isDue(List<TimelineSample> samples) {
        TimeRange range = session.window().rangeProperty().get();
        long now = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).t();
        if (samples.size() > FEW && Objects.equals(range, estimatedFor) && Math.abs(now - estimatedAt) < TREND_MILLIS) {
            return false;
        }
        estimatedFor = range;
        estimatedAt = now;
        return true;
    }

    /** What is looked at: the chosen range, else all. */
    private List<TimelineSample> looked(List<TimelineSample> samples) {
        TimeRange range = session.window().rangeProperty().get();
        return range == null ? samples : PixelTimeline.within(samples, range.fromMillis(), range.toMillis());
    }

    private static String growth(Trend trend) {
        if (trend.growthMiBPerMinute().isEmpty()) {
            return Messages.text("chart.growth.unknown");
        }
        String slope = Figures.signed(trend.growthMiBPerMinute().getAsDouble(), 1);
        String error = Figures.decimal(trend.errorMiBPerMinute(), 1);
        String course = Messages.text("chart.course." + trend.course().name().toLowerCase(Locale.ROOT));
        return Messages.text("chart.growth.figures", slope, error, course);
    }

    private static String bytes(long bytes) {
        return bytes < 0 ? Messages.text("chart.unknown") : Figures.bytes(bytes);
    }

    /** The rate over the last second. */
    private static String rate(List<TimelineSample> samples) {
        TimelineSample last = samples.get(samples.size() - 1);
        int i = samples.size() - 1;
        while (i > 0 && last.t() - samples.get(i).t() < RATE_MILLIS) {
            i--;
        }
        TimelineSample first = samples.get(i);
        long millis = last.t() - first.t();
        if (last.allocated() < 0 || first.allocated() < 0) {
            return Messages.text("chart.unknown");
        }
        long bytes = Math.max(0, last.allocated() - first.allocated());
        return Messages.text("chart.rate", Figures.bytes(millis == 0 ? 0 : bytes * 1000 / millis));
    }

    SessionViewModel session() {
        return session;
    }

    public ReadOnlyStringProperty heapProperty() {
        return heap.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty committedProperty() {
        return committed.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty rssProperty() {
        return rss.getReadOnlyProperty();
    }

    /** Bytes allocated a second. */
    public ReadOnlyStringProperty rateProperty() {
        return rate.getReadOnlyProperty();
    }

    /** The highest used heap. */
    public ReadOnlyStringProperty peakProperty() {
        return peak.getReadOnlyProperty();
    }

    /** The lowest used heap. */
    public ReadOnlyStringProperty baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /** By how much the heap's floor rises; an estimate and marked as one. */
    public ReadOnlyStringProperty growthProperty() {
        return growth.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty leakLikeProperty() {
        return leakLike.getReadOnlyProperty();
    }
}
