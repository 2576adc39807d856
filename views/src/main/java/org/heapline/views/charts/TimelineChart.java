package org.heapline.views.charts;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.heapline.client.MaxMem;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimeRange;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.heapline.views.session.TimeFlag;
import org.heapline.views.theme.Themes;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/** The memory of a target over time, to be looked at: which stretch is in sight, when it is drawn, what is under the mouse. */
final class TimelineChart extends Region implements FinePicture.Chart {
    private static final double LEFT = TimelinePlot.LEFT;
    private static final double BOTTOM = TimelinePlot.BOTTOM;

    /** Milliseconds of the session between two drawings. */
    private static final double LEAST_WAIT = 180;

    private static final double MOST_WAIT = 1_000;

    private final TimelinePlot plot;
    private final ChartCanvas canvas;
    private final HoverReadout readout = new HoverReadout();
    private final RangeShade shade = new RangeShade();
    private final Viewport viewport = new Viewport();
    private final Consumer<@Nullable TimeRange> chooser;
    private final InvalidationListener onTheme = changed -> repaint();
    private double pointer = -1;
    private boolean fine;
    private long drawnAt;
    private @Nullable Snapshot shown;
    private MaxMem.@Nullable Limit limit;
    private @Nullable TimeRange chosen;
    private List<TimeFlag> flags = List.of();

    /** @param chooser is told which range was chosen; null for the whole session */
    TimelineChart(Themes themes, Consumer<@Nullable TimeRange> chooser) {
        this.chooser = chooser;
        plot = new TimelinePlot(themes);
        canvas = new ChartCanvas(plot.chart());
        canvas.setTooltipEnabled(false);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.addOverlay(plot.marks());
        getChildren().addAll(canvas, shade, readout);
        new ChartGestures(this, viewport);
        setMinHeight(100);
        setPrefHeight(184);
        themes.themeProperty().addListener(new WeakInvalidationListener(onTheme));
    }

    private void repaint() {
        plot.paint();
        redraw();
    }

    /**
     * Shows what was measured. A chart of an hour moves by a pixel every few seconds: it is drawn again when there is
     * something to be seen, and at most a few times a second.
     */
    void show(Snapshot snapshot, MaxMem.@Nullable Limit newLimit) {
        boolean more = !Objects.equals(limit, newLimit) || isDue(snapshot);
        shown = snapshot;
        limit = newLimit;
        if (more) {
            redraw();
        } else {
            point(pointer);
        }
    }

    /** Draws what was shown last. */
    void catchUp() {
        redraw();
    }

    private boolean isDue(Snapshot snapshot) {
        Snapshot before = shown;
        if (before == null || !Objects.equals(before.trip(), snapshot.trip())) {
            return true;
        }
        double pixelMillis = viewport.span() / Math.max(1, canvas.getWidth() - LEFT);
        double wait = Math.max(LEAST_WAIT, Math.min(MOST_WAIT, pixelMillis));
        return Math.abs(snapshot.duration().toMillis() - drawnAt) >= wait;
    }

    /** Shades the range that the tables show; null for none. */
    void range(@Nullable TimeRange range) {
        chosen = range;
        shadeChosen();
    }

    /** Shows flags where something happened. */
    void flags(List<TimeFlag> newFlags) {
        flags = newFlags;
        redraw();
    }

    /** Whether all of the session is in sight. */
    boolean isWhole() {
        return viewport.isWhole();
    }

    /** Shows all of the session. */
    void whole() {
        viewport.whole();
        moved();
    }

    /** The viewport has been moved. */
    void moved() {
        redraw();
    }

    /** A range is being drawn with the mouse. */
    void marking(double from, double to) {
        shade.show(from, to, LEFT);
    }

    /** A range was chosen, or the whole session. */
    void choose(@Nullable TimeRange range) {
        shadeChosen();
        chooser.accept(range);
    }

    private void shadeChosen() {
        TimeRange range = chosen;
        if (range == null) {
            shade.hide();
        } else {
            shade.show(xOf(range.fromMillis()), xOf(range.toMillis()), LEFT);
        }
    }

    /** The time at a place of this node, in milliseconds since the session began. */
    double millisAt(double x) {
        double part = (Math.max(LEFT, Math.min(x, canvas.getWidth())) - LEFT) / Math.max(1, canvas.getWidth() - LEFT);
        return viewport.from() + part * viewport.span();
    }

    private double xOf(double millis) {
        return LEFT + (millis - viewport.from()) / viewport.span() * (canvas.getWidth() - LEFT);
    }

    private void redraw() {
        Snapshot snapshot = shown;
        int pixels = (int) (canvas.getWidth() - LEFT);
        if (snapshot == null || pixels < 1 || canvas.getHeight() < TimelinePlot.LEAST_HEIGHT) {
            return;
        }
        drawnAt = snapshot.duration().toMillis();
        List<TimelineSample> all = snapshot.timeline();
        viewport.session(
                all.isEmpty() ? 0 : all.get(0).t(),
                all.isEmpty() ? 0 : all.get(all.size() - 1).t());
        long begin = (long) viewport.from();
        long end = (long) Math.ceil(viewport.to());
        plot.show(snapshot, begin, end, pixels, limitBytes(snapshot), flags);
        shadeChosen();
        point(pointer);
    }

    /** Shows the figures at this place; none where no line is drawn. */
    void point(double x) {
        pointer = x;
        Snapshot snapshot = shown;
        double right = canvas.getWidth();
        if (snapshot == null || x < LEFT || x > right || snapshot.timeline().isEmpty()) {
            readout.hide();
            return;
        }
        readout.show(x, millisAt(x), snapshot);
    }

    /** The armed limit, or the one that was exceeded; 0 for none. */
    private long limitBytes(Snapshot snapshot) {
        MaxMem.Limit armed = limit;
        Trip trip = snapshot.trip();
        if (armed != null) {
            return armed.bytes();
        }
        return trip == null ? 0 : trip.limitBytes();
    }

    @Override
    public void draw(double scale) {
        fine = scale != 1;
        canvas.setWidth(snapSizeX(getWidth()) * scale);
        canvas.setHeight(snapSizeY(getHeight()) * scale);
        canvas.getTransforms().clear();
        if (fine) {
            canvas.getTransforms().add(Transform.scale(1 / scale, 1 / scale));
            GraphicsContext pen = canvas.getGraphicsContext2D();
            pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            pen.save();
            pen.scale(scale, scale);
            FXGraphics2D graphics = new FXGraphics2D(pen);
            plot.chart()
                    .draw(
                            graphics,
                            new Rectangle2D.Double(0, 0, snapSizeX(getWidth()), snapSizeY(getHeight())),
                            null,
                            canvas.getRenderingInfo());
            plot.marks().paintOverlay(graphics, canvas);
            pen.restore();
        } else {
            redraw();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (fine) {
            return;
        }
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            readout.resizeRelocate(0, 0, width, height - BOTTOM);
            shade.resizeRelocate(0, 0, width, height - BOTTOM);
            redraw();
        }
    }
}
