package org.heapline.views.charts;

import java.awt.BasicStroke;
import java.awt.Color;
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
import org.heapline.views.theme.Tokens;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/** The memory of a target over time: areas, lines and bars by JFreeChart, in the colours of the theme. */
final class TimelineChart extends Region implements FinePicture.Chart {
    static final double LEFT = 44;
    static final double BOTTOM = 34;
    private static final double TOP = 6;
    private static final double BARS_SHARE = 7;
    private static final double LIMIT_IN_SIGHT = 2.5;

    /** Milliseconds of the session between two drawings. */
    private static final double LEAST_WAIT = 180;

    private static final double MOST_WAIT = 1_000;

    private final Themes themes;
    private final Lines heap = new Lines("heap");
    private final Lines committed = new Lines("committed");
    private final Lines rss = new Lines("rss");
    private final NumberAxis time = axis();
    private final NumberAxis memory = axis();
    private final NumberAxis rate = axis();
    private final XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
    private final XYLineAndShapeRenderer[] lines = {line(), line(), line()};
    private final XYBarRenderer bars = new XYBarRenderer(0.25);
    private final XYPlot plot = new BarePlot();
    private final JFreeChart chart;
    private final ChartCanvas canvas;
    private final TimelineMarks marks;
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
        this.themes = themes;
        this.chooser = chooser;
        buildPlot();
        chart = new JFreeChart(null, null, plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        // The window's own background shows through.
        chart.setBackgroundPaint(null);
        plot.setBackgroundPaint(null);
        canvas = new ChartCanvas(chart);
        canvas.setTooltipEnabled(false);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        marks = new TimelineMarks(themes, time, memory);
        canvas.addOverlay(marks);
        getChildren().addAll(canvas, shade, readout);
        new ChartGestures(this, viewport);
        setMinHeight(100);
        setPrefHeight(184);
        paint();
        themes.themeProperty().addListener(new WeakInvalidationListener(onTheme));
    }

    private static NumberAxis axis() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private static XYLineAndShapeRenderer line() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDefaultStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private void buildPlot() {
        plot.setDomainAxis(time);
        plot.setRangeAxis(0, memory);
        plot.setRangeAxis(1, rate);
        plot.setDataset(0, heap);
        plot.setRenderer(0, area);
        plot.setDataset(1, new DefaultIntervalXYDataset());
        plot.setRenderer(1, bars);
        plot.mapDatasetToRangeAxis(1, 1);
        Lines[] sets = {committed, rss, heap};
        for (int i = 0; i < sets.length; i++) {
            plot.setDataset(2 + i, sets[i]);
            plot.setRenderer(2 + i, lines[i]);
        }
        area.setAutoPopulateSeriesPaint(false);
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setAutoPopulateSeriesPaint(false);
        plot.setInsets(new RectangleInsets(TOP, 0, 0, 0));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        AxisSpace below = new AxisSpace();
        below.setBottom(BOTTOM);
        plot.setFixedDomainAxisSpace(below);
        AxisSpace beside = new AxisSpace();
        beside.setLeft(LEFT);
        plot.setFixedRangeAxisSpace(beside);
    }

    private void repaint() {
        paint();
        redraw();
    }

    private void paint() {
        area.setDefaultPaint(colour("heap-fill"));
        lines[0].setDefaultPaint(colour("committed"));
        lines[1].setDefaultPaint(colour("rss"));
        lines[2].setDefaultPaint(colour("heap"));
        Color bar = colour("bar");
        bars.setDefaultPaint(new Color(bar.getRed(), bar.getGreen(), bar.getBlue(), 140));
    }

    private Color colour(String token) {
        var web = javafx.scene.paint.Color.web(Tokens.of(themes.theme()).web(token));
        return new Color((float) web.getRed(), (float) web.getGreen(), (float) web.getBlue(), (float) web.getOpacity());
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
        if (snapshot == null || pixels < 1 || canvas.getHeight() < BOTTOM + TOP + 1) {
            return;
        }
        drawnAt = snapshot.duration().toMillis();
        List<TimelineSample> all = snapshot.timeline();
        viewport.session(
                all.isEmpty() ? 0 : all.get(0).t(),
                all.isEmpty() ? 0 : all.get(all.size() - 1).t());
        long begin = (long) viewport.from();
        long end = (long) Math.ceil(viewport.to());
        PixelTimeline reduced = PixelTimeline.of(PixelTimeline.within(all, begin, end), begin, end, pixels);
        heap.show(reduced.heap());
        committed.show(reduced.committed());
        rss.show(reduced.rss());
        double highest = Math.max(
                reduced.heap().max(),
                Math.max(reduced.committed().max(), reduced.rss().max()));
        double limitMib = limitBytes(snapshot) / (double) (1 << 20);
        double maxMib = all.isEmpty() ? -1 : all.get(all.size() - 1).heapMax() / (double) (1 << 20);
        Scale scale = Scale.upTo(limitMib < highest * LIMIT_IN_SIGHT ? Math.max(highest, limitMib) : highest);
        chart.setNotify(false);
        time.setRange(begin, end);
        memory.setRange(0, scale.top());
        rate.setRange(0, Math.max(1, reduced.rates().max()) * BARS_SHARE);
        plot.setDataset(1, bars(reduced));
        marks.show(new TimelineMarks.Content(
                snapshot.startedAt(),
                begin,
                end,
                scale,
                reduced.collections(),
                limitMib,
                maxMib,
                snapshot.trip(),
                flags));
        chart.setNotify(true);
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

    private static DefaultIntervalXYDataset bars(PixelTimeline reduced) {
        int count = reduced.rates().size();
        double[][] data = new double[6][count];
        double half = reduced.barMillis() / 2;
        for (int i = 0; i < count; i++) {
            data[0][i] = reduced.rates().time(i);
            data[1][i] = data[0][i] - half;
            data[2][i] = data[0][i] + half;
            data[3][i] = reduced.rates().value(i);
            data[4][i] = 0;
            data[5][i] = data[3][i];
        }
        DefaultIntervalXYDataset set = new DefaultIntervalXYDataset();
        set.addSeries("rate", data);
        return set;
    }

    /** Where the lines are drawn, in the coordinates of this node. */
    Rectangle2D dataArea() {
        return canvas.getRenderingInfo().getPlotInfo().getDataArea();
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
            chart.draw(
                    graphics,
                    new Rectangle2D.Double(0, 0, snapSizeX(getWidth()), snapSizeY(getHeight())),
                    null,
                    canvas.getRenderingInfo());
            marks.paintOverlay(graphics, canvas);
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
