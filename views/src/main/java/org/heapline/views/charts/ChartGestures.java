package org.heapline.views.charts;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.heapline.profile.TimeRange;

/**
 * Mouse and keys of the chart: the wheel zooms, Shift and the wheel or the middle button pan, dragging chooses a range,
 * a double click shows all; plus, minus, arrows, Home and Escape do the same from the keyboard.
 */
final class ChartGestures {
    private static final double NEARER = 0.8;
    private static final double STEP = 0.15;
    private static final double LEAST_DRAG = 4;

    private final TimelineChart chart;
    private final Viewport viewport;
    private double pressedAt;
    private double pannedAt;
    private boolean dragging;

    ChartGestures(TimelineChart chart, Viewport viewport) {
        this.chart = chart;
        this.viewport = viewport;
        chart.setFocusTraversable(true);
        chart.setOnScroll(this::scroll);
        chart.setOnMousePressed(this::press);
        chart.setOnMouseDragged(this::drag);
        chart.setOnMouseReleased(this::release);
        chart.setOnMouseMoved(event -> chart.point(event.getX()));
        chart.setOnMouseExited(event -> chart.point(-1));
        chart.setOnKeyPressed(this::key);
    }

    private void scroll(ScrollEvent event) {
        double sideways = event.getDeltaX() != 0 ? event.getDeltaX() : event.isShiftDown() ? event.getDeltaY() : 0;
        if (sideways != 0) {
            viewport.pan(-Math.signum(sideways) * STEP * viewport.span());
        } else if (event.getDeltaY() != 0) {
            viewport.zoom(event.getDeltaY() > 0 ? NEARER : 1 / NEARER, chart.millisAt(event.getX()));
        }
        chart.moved();
        event.consume();
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        pressedAt = event.getX();
        pannedAt = event.getX();
        dragging = false;
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE || event.isShiftDown()) {
            viewport.pan(chart.millisAt(pannedAt) - chart.millisAt(event.getX()));
            pannedAt = event.getX();
            chart.moved();
        } else if (event.getButton() == MouseButton.PRIMARY
                && (dragging || Math.abs(event.getX() - pressedAt) >= LEAST_DRAG)) {
            dragging = true;
            chart.marking(pressedAt, event.getX());
        }
    }

    private void release(MouseEvent event) {
        if (dragging) {
            dragging = false;
            double one = chart.millisAt(pressedAt);
            double other = chart.millisAt(event.getX());
            chart.choose(new TimeRange(Math.round(Math.min(one, other)), Math.round(Math.max(one, other))));
        } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            whole();
        }
    }

    private void whole() {
        viewport.whole();
        chart.moved();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        double middle = (viewport.from() + viewport.to()) / 2;
        switch (code) {
            case PLUS, EQUALS, ADD, UP -> viewport.zoom(NEARER, middle);
            case MINUS, SUBTRACT, DOWN -> viewport.zoom(1 / NEARER, middle);
            case LEFT -> viewport.pan(-STEP * viewport.span());
            case RIGHT -> viewport.pan(STEP * viewport.span());
            case HOME -> viewport.whole();
            case ENTER -> chart.choose(new TimeRange(Math.round(viewport.from()), Math.round(viewport.to())));
            case ESCAPE -> chart.choose(null);
            default -> {
                return;
            }
        }
        chart.moved();
        event.consume();
    }
}
