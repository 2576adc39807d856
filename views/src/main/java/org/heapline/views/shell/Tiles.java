package org.heapline.views.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where windows of their own stand on a screen, in pixels. */
final class Tiles {
    /** A window narrower than this shows too little of its tables. */
    private static final double LEAST_WIDTH = 640;

    private static final double SHARE = 0.75;
    private static final double STEP = 36;
    private static final int STEPS = 6;

    private Tiles() {}

    /**
     * Fills the area with windows next to each other, in rows where it is too narrow for all.
     *
     * @return a place for each, from left to right and from top to bottom
     */
    static List<Rectangle2D> of(Rectangle2D area, int count) {
        int most = Math.max(1, (int) (area.getWidth() / LEAST_WIDTH));
        int rows = (count + most - 1) / most;
        List<Rectangle2D> places = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            // The windows that do not divide evenly go to the upper rows.
            int columns = count / rows + (row < count % rows ? 1 : 0);
            double width = area.getWidth() / columns;
            double height = area.getHeight() / rows;
            for (int column = 0; column < columns; column++) {
                places.add(
                        new Rectangle2D(area.getMinX() + column * width, area.getMinY() + row * height, width, height));
            }
        }
        return places;
    }

    /** A place for one window more, shifted a little against the one before. */
    static Rectangle2D next(Rectangle2D area, int before) {
        double shift = STEP * (1 + before % STEPS);
        double width = area.getWidth() * SHARE;
        double height = area.getHeight() * SHARE;
        return new Rectangle2D(
                area.getMinX() + Math.min(shift, area.getWidth() - width),
                area.getMinY() + Math.min(shift, area.getHeight() - height),
                width,
                height);
    }
}
