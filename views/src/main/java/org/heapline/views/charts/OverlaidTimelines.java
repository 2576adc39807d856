package org.heapline.views.charts;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Transform;
import org.heapline.profile.TimelineSample;
import org.heapline.views.charts.PixelTimeline.Column;
import org.heapline.views.text.Figures;
import org.heapline.views.theme.Themes;

/** The used heap of two snapshots over one another, each from the begin of its session. */
public final class OverlaidTimelines extends Region implements FinePicture.Chart {
    private static final double LEFT = 60;
    private static final double RIGHT = 16;
    private static final double TOP = 12;
    private static final double BOTTOM = 24;

    private final Themes themes;
    private final List<TimelineSample> before;
    private final List<TimelineSample> after;
    private final Canvas canvas = new Canvas();
    private boolean fine;
    private final InvalidationListener onTheme = changed -> draw();

    public OverlaidTimelines(List<TimelineSample> before, List<TimelineSample> after, Themes themes) {
        this.before = before;
        this.after = after;
        this.themes = themes;
        getChildren().add(canvas);
        setMinHeight(120);
        setPrefHeight(150);
        themes.themeProperty().addListener(new WeakInvalidationListener(onTheme));
    }

    @Override
    protected void layoutChildren() {
        if (!fine) {
            draw(1);
        }
    }

    @Override
    public void draw(double scale) {
        fine = scale != 1;
        canvas.setWidth(getWidth() * scale);
        canvas.setHeight(getHeight() * scale);
        canvas.getTransforms().setAll(Transform.scale(1 / scale, 1 / scale));
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.save();
        pen.scale(scale, scale);
        draw();
        pen.restore();
    }

    private void draw() {
        double width = getWidth() - LEFT - RIGHT;
        double height = getHeight() - TOP - BOTTOM;
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        if (width < 10 || height < 10) {
            return;
        }
        long end = Math.max(1_000, Math.max(end(before), end(after)));
        Column first = PixelTimeline.of(before, 0, end, (int) width).heap();
        Column second = PixelTimeline.of(after, 0, end, (int) width).heap();
        Scale scale = Scale.upTo(Math.max(first.max(), second.max()));
        pen.setFont(Font.font("Inter", 11 * themes.scaleProperty().get()));
        grid(pen, scale, width, height);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.BASELINE);
        pen.fillText(Figures.seconds(end), LEFT + width, TOP + height + 18);
        line(pen, second, "heap", end, scale, width, height);
        // Over the other one: two snapshots of one session have the same begin.
        pen.setLineDashes(4, 3);
        line(pen, first, "text", end, scale, width, height);
        pen.setLineDashes();
    }

    private void grid(GraphicsContext pen, Scale scale, double width, double height) {
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineWidth(1);
        for (double mib = 0; mib <= scale.top(); mib += scale.step()) {
            double y = Math.round(TOP + height * (1 - mib / scale.top())) + 0.5;
            pen.setStroke(themes.color("line"));
            pen.strokeLine(LEFT, y, LEFT + width, y);
            pen.setFill(themes.color("faint"));
            pen.fillText(mib == 0 ? scale.unit() : scale.figure(mib), LEFT - 8, y);
        }
    }

    private void line(
            GraphicsContext pen, Column points, String colour, long end, Scale scale, double width, double height) {
        pen.setStroke(themes.color(colour));
        pen.setLineWidth(1.5);
        pen.beginPath();
        for (int i = 0; i < points.size(); i++) {
            double x = LEFT + points.time(i) / end * width;
            double y = TOP + height * (1 - points.value(i) / scale.top());
            if (i == 0) {
                pen.moveTo(x, y);
            } else {
                pen.lineTo(x, y);
            }
        }
        pen.stroke();
    }

    private static long end(List<TimelineSample> samples) {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).t();
    }
}
