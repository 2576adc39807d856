package org.heapline.views.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimelineSample;
import org.heapline.views.session.TimeFlag;
import org.heapline.views.theme.Themes;
import org.heapline.views.theme.Tokens;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** What JFreeChart draws of a timeline: areas, lines and bars in the colours of the theme, and how high they reach. */
final class TimelinePlot {
    /** Pixels beside the lines, for the labels of the memory axis. */
    static final double LEFT = 44;

    /** Pixels below the lines, for those of the time axis. */
    static final double BOTTOM = 34;

    private static final double TOP = 6;

    /** With less height nothing is drawn, pixels. */
    static final double LEAST_HEIGHT = TOP + BOTTOM + 1;

    /** The bars of the rate take so small a part of the height. */
    private static final double BARS_SHARE = 7;

    /** A limit that is further above the lines would press them flat, and is left out of sight. */
    private static final double LIMIT_IN_SIGHT = 2.5;

    private static final double MIB = 1 << 20;

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
    private final TimelineMarks marks;

    TimelinePlot(Themes themes) {
        this.themes = themes;
        build();
        chart = new JFreeChart(null, null, plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        // The window's own background shows through.
        chart.setBackgroundPaint(null);
        plot.setBackgroundPaint(null);
        marks = new TimelineMarks(themes, time, memory);
        paint();
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

    private void build() {
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

    /** Takes the colours of the theme. */
    void paint() {
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

    JFreeChart chart() {
        return chart;
    }

    /** What JFreeChart does not draw, to be laid over it. */
    TimelineMarks marks() {
        return marks;
    }

    /**
     * Draws a stretch of a session anew.
     *
     * @param begin milliseconds since the session began
     * @param end likewise
     * @param pixels how wide the stretch is drawn
     * @param limitBytes the limit to show, 0 for none
     */
    void show(Snapshot snapshot, long begin, long end, int pixels, long limitBytes, List<TimeFlag> flags) {
        List<TimelineSample> all = snapshot.timeline();
        PixelTimeline reduced = PixelTimeline.of(PixelTimeline.within(all, begin, end), begin, end, pixels);
        heap.show(reduced.heap());
        committed.show(reduced.committed());
        rss.show(reduced.rss());
        double highest = Math.max(
                reduced.heap().max(),
                Math.max(reduced.committed().max(), reduced.rss().max()));
        double limitMib = limitBytes / MIB;
        double maxMib = all.isEmpty() ? -1 : all.get(all.size() - 1).heapMax() / MIB;
        Scale scale = Scale.upTo(limitMib < highest * LIMIT_IN_SIGHT ? Math.max(highest, limitMib) : highest);
        // All changes at once, not a drawing for each of them.
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
}
