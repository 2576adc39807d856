package org.heapline.views.jvms;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;

/** Draws a sparkline: in the heap's colour where it is profiled, else calmly. */
final class SparklineCanvas extends Canvas {
    private static final double WIDTH = 64;
    private static final double HEIGHT = 28;

    private final Themes themes;
    private final InvalidationListener drawer = changed -> draw();

    /** Lines and themes outlive the canvas. */
    private final InvalidationListener redraw = new WeakInvalidationListener(drawer);

    private @Nullable Sparkline line;
    private boolean live;

    SparklineCanvas(Themes themes) {
        super(WIDTH, HEIGHT);
        this.themes = themes;
        themes.themeProperty().addListener(redraw);
    }

    /** @param profiled whether it is that of a session */
    void show(@Nullable Sparkline newLine, boolean profiled) {
        live = profiled;
        Sparkline old = line;
        if (old != null) {
            old.addedProperty().removeListener(redraw);
        }
        line = newLine;
        if (newLine != null) {
            newLine.addedProperty().addListener(redraw);
        }
        draw();
    }

    private void draw() {
        GraphicsContext canvas = getGraphicsContext2D();
        canvas.clearRect(0, 0, WIDTH, HEIGHT);
        Sparkline values = line;
        if (values == null || values.size() < 2) {
            return;
        }
        long low = Long.MAX_VALUE;
        long high = 0;
        for (int i = 0; i < values.size(); i++) {
            low = Math.min(low, values.get(i));
            high = Math.max(high, values.get(i));
        }
        // What hardly moves is a calm line, not a mountain range.
        double span = Math.max(1, Math.max(high - low, high / 10));
        canvas.setStroke(themes.color(live ? "heap" : "faint"));
        canvas.setLineWidth(1.5);
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        canvas.beginPath();
        for (int i = 0; i < values.size(); i++) {
            double x = 1 + (WIDTH - 2) * i / (values.size() - 1);
            double y = HEIGHT - 4 - (HEIGHT - 8) * (values.get(i) - low) / span;
            canvas.lineTo(x, y);
        }
        canvas.stroke();
    }
}
