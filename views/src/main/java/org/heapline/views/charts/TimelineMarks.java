package org.heapline.views.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.heapline.profile.Trip;
import org.heapline.views.charts.PixelTimeline.Column;
import org.heapline.views.session.TimeFlag;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Themes;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.overlay.OverlayFX;
import org.jfree.chart.panel.AbstractOverlay;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * What stands around and over the lines: grid, labels, collections, the limit, the trip. Drawn by JavaFX and not by
 * JFreeChart, for AWT knows neither the bundled typefaces nor any font on a machine without them.
 */
final class TimelineMarks extends AbstractOverlay implements OverlayFX {
    /** Pixels that two labels of the memory axis need between their middles. */
    private static final double LABEL_HEIGHT = 13;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double LABEL_PIXELS = 150;
    private static final double HALF_LABEL = 24;
    private static final double FLAG = 16;
    private static final double MIB = 1 << 20;
    private static final double SLOW_PAUSE_MILLIS = 100;
    private static final double LONGEST_PAUSE = 12;

    private final Themes themes;
    private final NumberAxis time;
    private final NumberAxis memory;
    private @Nullable Content content;

    /**
     * @param startedAt the zero of the time axis
     * @param beginMillis left end of the time axis
     * @param endMillis its right end
     * @param scale of the memory axis, MiB
     * @param collections when collections were seen
     * @param limitMib the armed limit, 0 for none
     * @param maxMib what the heap may grow to, negative if not known
     * @param trip the last trip, or null
     * @param flags what else happened
     */
    record Content(
            Instant startedAt,
            long beginMillis,
            long endMillis,
            Scale scale,
            Column collections,
            double limitMib,
            double maxMib,
            @Nullable Trip trip,
            List<TimeFlag> flags) {}

    TimelineMarks(Themes themes, NumberAxis time, NumberAxis memory) {
        this.themes = themes;
        this.time = time;
        this.memory = memory;
    }

    void show(Content newContent) {
        content = newContent;
    }

    @Override
    public void paintOverlay(Graphics2D graphics, ChartPanel swing) {
        throw new UnsupportedOperationException("These marks are drawn in JavaFX only");
    }

    @Override
    public void paintOverlay(Graphics2D graphics, ChartCanvas canvas) {
        Content now = content;
        if (now == null) {
            return;
        }
        Rectangle2D area = canvas.getRenderingInfo().getPlotInfo().getDataArea();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.save();
        pen.setFont(font());
        pen.setLineWidth(1);
        memoryLabels(pen, area, now);
        timeLabels(pen, area, now);
        collections(pen, area, now);
        heapMax(pen, area, now);
        limit(pen, area, now);
        flags(pen, area, now);
        trip(pen, area, now);
        pen.restore();
    }

    private Font font() {
        return Font.font("Inter", 11 * themes.scaleProperty().get());
    }

    private double x(double millis, Rectangle2D area) {
        return Math.round(time.valueToJava2D(millis, area, RectangleEdge.BOTTOM)) + 0.5;
    }

    private double y(double mib, Rectangle2D area) {
        return Math.round(memory.valueToJava2D(mib, area, RectangleEdge.LEFT)) + 0.5;
    }

    private void memoryLabels(GraphicsContext pen, Rectangle2D area, Content now) {
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        double step = now.scale().step();
        // In the place of the nought, which needs no figure: those above stay below each other.
        double unit = area.getMaxY() - 10;
        pen.setFill(themes.color("faint"));
        for (double mib = step; mib <= now.scale().top(); mib += step) {
            double y = y(mib, area);
            pen.setStroke(themes.color("line").deriveColor(0, 1, 1, 0.6));
            pen.strokeLine(area.getMinX(), y, area.getMaxX(), y);
            pen.setFill(themes.color("faint"));
            if (y < unit - LABEL_HEIGHT) {
                pen.fillText(now.scale().figure(mib), area.getMinX() - 8, y);
            }
        }
        pen.fillText(now.scale().unit(), area.getMinX() - 8, unit);
        pen.setStroke(themes.color("line"));
        pen.strokeLine(area.getMinX(), area.getMaxY() + 0.5, area.getMaxX(), area.getMaxY() + 0.5);
    }

    private void timeLabels(GraphicsContext pen, Rectangle2D area, Content now) {
        long span = now.endMillis() - now.beginMillis();
        long step = Scale.timeStep(span, Math.max(1, (int) (area.getWidth() / LABEL_PIXELS)));
        ZoneId zone = ZoneId.systemDefault();
        // Ticks stand at round times of the wall clock.
        long clock = now.startedAt().plusMillis(now.beginMillis()).toEpochMilli();
        long zoned = clock + zone.getRules().getOffset(now.startedAt()).getTotalSeconds() * 1000L;
        long first = now.beginMillis() + Math.floorMod(-zoned, step);
        pen.setFill(themes.color("faint"));
        pen.setTextBaseline(VPos.BASELINE);
        pen.setTextAlign(TextAlignment.CENTER);
        for (long millis = first; millis <= now.endMillis(); millis += step) {
            double x = x(millis, area);
            String label = CLOCK.format(now.startedAt().plusMillis(millis).atZone(zone));
            double inside = Math.max(area.getMinX() + HALF_LABEL, Math.min(x, area.getMaxX() - HALF_LABEL));
            pen.fillText(label, inside, area.getMaxY() + 28);
        }
    }

    private void collections(GraphicsContext pen, Rectangle2D area, Content now) {
        Column seen = now.collections();
        Color slow = themes.color("limit");
        Color usual = themes.color("muted");
        for (int i = 0; i < seen.size(); i++) {
            double x = x(seen.time(i), area);
            pen.setFill(seen.value(i) >= SLOW_PAUSE_MILLIS ? slow : usual);
            // The longer the pause, the longer the mark; ten times as long is three pixels more.
            double length = 4 + 3 * Math.log10(Math.max(1, seen.value(i)));
            // A rectangle where a line would lie: there are a thousand of them, and a line has its outline computed
            // first.
            pen.fillRect(x - 0.5, area.getMaxY() + 2.5, 1, Math.min(LONGEST_PAUSE, length) + 1);
        }
        if (seen.size() > 0) {
            pen.setTextAlign(TextAlignment.RIGHT);
            pen.setTextBaseline(VPos.BASELINE);
            pen.setFill(themes.color("faint"));
            pen.fillText(Messages.text("chart.gc"), area.getMinX() - 8, area.getMaxY() + 11);
        }
    }

    private void limit(GraphicsContext pen, Rectangle2D area, Content now) {
        if (now.limitMib() <= 0) {
            return;
        }
        boolean inSight = now.limitMib() <= now.scale().top();
        double y = inSight ? y(now.limitMib(), area) : area.getMinY() + 0.5;
        pen.setStroke(themes.color("limit"));
        boolean below = y - area.getMinY() < 18;
        String text = Messages.text(
                inSight ? "chart.maxmem" : "chart.maxmem.above", Figures.bytes(Math.round(now.limitMib() * MIB)));
        backed(pen, text, area.getMinX() + 8, below ? y + 3 : y - 17, "bg", "limit", false);
        if (inSight) {
            pen.setLineDashes(5, 4);
            pen.strokeLine(area.getMinX(), y, area.getMaxX(), y);
            pen.setLineDashes();
        }
    }

    private void heapMax(GraphicsContext pen, Rectangle2D area, Content now) {
        if (now.maxMib() > 0 && now.maxMib() <= now.scale().top()) {
            double y = y(now.maxMib(), area);
            pen.setStroke(themes.color("muted"));
            pen.setLineDashes(1, 3);
            pen.strokeLine(area.getMinX(), y, area.getMaxX(), y);
            pen.setLineDashes();
        }
    }

    private void flags(GraphicsContext pen, Rectangle2D area, Content now) {
        for (TimeFlag flag : now.flags()) {
            if (flag.millis() >= now.beginMillis() && flag.millis() <= now.endMillis()) {
                double x = x(flag.millis(), area);
                String colour = flag.kind() == TimeFlag.Kind.TRIP ? "limit" : "accent";
                pen.setStroke(themes.color(colour));
                pen.strokeLine(x, area.getMinY(), x, area.getMaxY());
                pen.setFill(themes.color(colour));
                pen.fillPolygon(
                        new double[] {x, x + 9, x},
                        new double[] {area.getMinY(), area.getMinY() + 4, area.getMinY() + 8},
                        3);
            }
        }
    }

    private void trip(GraphicsContext pen, Rectangle2D area, Content now) {
        Trip trip = now.trip();
        if (trip == null || trip.t() > now.endMillis() || trip.t() < now.beginMillis()) {
            return;
        }
        double x = x(trip.t(), area);
        double y = y(Math.min(trip.currentBytes() / MIB, now.scale().top()), area);
        pen.setStroke(themes.color("limit"));
        pen.setFill(themes.color("limit"));
        pen.strokeLine(x, area.getMinY(), x, area.getMaxY());
        pen.fillOval(x - 4, y - 4, 8, 8);
        boolean right = x > area.getMaxX() - 160;
        String text = Messages.text("chart.trip", Figures.bytes(trip.currentBytes()));
        double height = Math.max(area.getMinY(), Math.min(y - FLAG / 2, area.getMaxY() - FLAG));
        backed(pen, text, right ? x - 8 : x + 8, height, "limit", "bg", right);
    }

    /** A text on a ground of its own, so that no line runs through it. */
    private void backed(
            GraphicsContext pen, String text, double x, double top, String ground, String ink, boolean right) {
        Text measured = new Text(text);
        measured.setFont(font());
        double width = measured.getLayoutBounds().getWidth() + 10;
        double left = right ? x - width : x;
        pen.setFill(themes.color(ground));
        pen.fillRoundRect(left, top, width, FLAG, 6, 6);
        pen.setFill(themes.color(ink));
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(text, left + 5, top + FLAG / 2);
    }
}
