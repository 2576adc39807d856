package org.heapline.views.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimelineSample;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/**
 * The figures under the pointer: a hair line and a label over the chart. Nodes of their own, so that moving the pointer
 * draws no chart.
 */
final class HoverReadout extends Region {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final double GAP = 8;

    private final Region hair = new Region();
    private final Label figures = new Label();
    private double at = -1;

    HoverReadout() {
        setMouseTransparent(true);
        setVisible(false);
        hair.getStyleClass().add("chart-hair");
        figures.getStyleClass().add("chart-readout");
        getChildren().addAll(hair, figures);
    }

    /**
     * Shows the sample nearest to a time.
     *
     * @param x where the pointer is
     * @param millis the time there, since the session began
     */
    void show(double x, double millis, Snapshot snapshot) {
        List<TimelineSample> samples = snapshot.timeline();
        int index = nearest(samples, millis);
        if (index < 0) {
            hide();
            return;
        }
        at = x;
        TimelineSample sample = samples.get(index);
        figures.setText(text(snapshot.startedAt(), sample) + collection(samples.get(Math.max(0, index - 1)), sample));
        setVisible(true);
        requestLayout();
    }

    void hide() {
        setVisible(false);
    }

    private static String text(Instant startedAt, TimelineSample sample) {
        return Messages.text(
                "chart.readout",
                CLOCK.format(startedAt.plusMillis(sample.t())),
                bytes(sample.heapUsed()),
                bytes(sample.heapCommitted()),
                bytes(sample.rss()));
    }

    private static String collection(TimelineSample before, TimelineSample sample) {
        return sample.gcCount() > before.gcCount()
                ? Messages.text("chart.readout.gc", Math.max(0, sample.gcMillis() - before.gcMillis()))
                : "";
    }

    private static String bytes(long bytes) {
        return bytes < 0 ? Messages.text("chart.unknown") : Figures.bytes(bytes);
    }

    /**
     * The index of the sample nearest to a time, negative if there is none.
     *
     * @param samples ascending by time
     */
    static int nearest(List<TimelineSample> samples, double millis) {
        int low = 0;
        int high = samples.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before =
                    millis - samples.get(middle).t() > samples.get(middle + 1).t() - millis;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return samples.isEmpty() ? -1 : low;
    }

    @Override
    protected void layoutChildren() {
        double width = figures.prefWidth(-1);
        double height = figures.prefHeight(width);
        double beside = at + GAP + width > getWidth() ? at - GAP - width : at + GAP;
        hair.resizeRelocate(Math.round(at), 0, 1, getHeight());
        figures.resizeRelocate(snapPositionX(Math.max(0, beside)), 0, width, height);
    }
}
