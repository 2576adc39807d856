package org.heapline.views.source;

import java.util.function.DoubleConsumer;
import javafx.scene.control.ScrollBar;

/** Scrolls the code sideways while the figures beside it stand still. */
final class Sideways {
    /** What stands left and right of the code, pixels. */
    private static final double MARGIN = 24;

    /** So much of the longest line may be out of sight before a scroll bar takes a row away, pixels. */
    private static final double SLACK = 12;

    private final ScrollBar bar = new ScrollBar();

    /** @param moved gets by how many pixels the code is moved to the left */
    Sideways(DoubleConsumer moved) {
        bar.valueProperty().addListener((property, was, is) -> moved.accept(is.doubleValue()));
    }

    /**
     * Fits the bar to a text.
     *
     * @param room for the code, pixels
     * @param characters of its longest line
     * @param figure the width of one, pixels
     */
    void fit(double room, int characters, double figure) {
        double needed = characters == 0 ? 0 : characters * figure + MARGIN;
        boolean wider = needed > room + SLACK && room > 0;
        bar.setVisible(wider);
        bar.setManaged(wider);
        bar.setMin(0);
        bar.setMax(Math.max(0, needed - room));
        bar.setVisibleAmount(wider ? bar.getMax() * room / needed : 1);
        bar.setUnitIncrement(figure * 4);
        bar.setBlockIncrement(Math.max(1, room / 2));
        by(0);
    }

    /** Moves the code by so many pixels; positive to the left. */
    void by(double pixels) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() + pixels)));
    }

    /** Goes back to the begin of the lines. */
    void home() {
        bar.setValue(0);
    }

    /** The bar, to stand below the code. */
    ScrollBar bar() {
        return bar;
    }

    double pixels() {
        return bar.getValue();
    }
}
