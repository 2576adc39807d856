package org.heapline.views.charts;

import javafx.scene.layout.Region;

/** The chosen range over the chart, and the one that is just being drawn. A node of its own, so that it redraws nothing. */
final class RangeShade extends Region {
    private final Region shade = new Region();
    private double from;
    private double to;

    RangeShade() {
        setMouseTransparent(true);
        setVisible(false);
        shade.getStyleClass().add("chart-range");
        getChildren().add(shade);
    }

    /** Shows a range between two places; what is out of the chart is cut off. */
    void show(double one, double other, double left) {
        from = Math.max(left, Math.min(one, other));
        to = Math.min(getWidth(), Math.max(one, other));
        setVisible(to > from);
        requestLayout();
    }

    void hide() {
        setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        shade.resizeRelocate(Math.round(from), 0, Math.max(1, Math.round(to - from)), getHeight());
    }
}
