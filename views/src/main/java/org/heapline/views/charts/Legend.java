package org.heapline.views.charts;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/**
 * The keys of the lines and what they amount to: side by side where both fit into one row, else below each other, so that
 * keys wrap as late as they can. Its first child is a flow of keys, its second stands at the right.
 */
public final class Legend extends Pane {
    /** The least room between both, pixels. */
    private static final double GAP = 18;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private FlowPane keys() {
        return (FlowPane) getChildren().get(0);
    }

    private Node sums() {
        return getChildren().get(1);
    }

    private boolean fitsOneRow(double width) {
        FlowPane keys = keys();
        double row = Math.max(0, keys.getChildren().size() - 1) * keys.getHgap();
        for (Node key : keys.getChildren()) {
            row += key.prefWidth(-1);
        }
        return row + GAP + sums().prefWidth(-1) <= width;
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? Double.MAX_VALUE : inner(width);
        double keys = keys().prefHeight(inner);
        double sums = sums().prefHeight(-1);
        double rows = fitsOneRow(inner) ? Math.max(keys, sums) : keys + keys().getVgap() + sums;
        return snappedTopInset() + Math.ceil(rows) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width < 0 ? getWidth() : width);
    }

    @Override
    protected void layoutChildren() {
        double inner = inner(getWidth());
        double top = snappedTopInset();
        double left = snappedLeftInset();
        double width = Math.min(inner, sums().prefWidth(-1));
        double height = sums().prefHeight(-1);
        if (fitsOneRow(inner)) {
            keys().resizeRelocate(left, top, inner - width - GAP, getHeight() - top - snappedBottomInset());
            sums().resizeRelocate(left + inner - width, top, width, height);
        } else {
            double keys = Math.ceil(keys().prefHeight(inner));
            keys().resizeRelocate(left, top, inner, keys);
            sums().resizeRelocate(left, top + keys + keys().getVgap(), width, height);
        }
    }
}
