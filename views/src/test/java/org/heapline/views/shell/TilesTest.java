package org.heapline.views.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class TilesTest {
    private static final Rectangle2D WIDE = new Rectangle2D(100, 30, 1920, 1000);

    @Test
    void windowsShareTheWidthWhereItIsEnough() {
        assertEquals(
                List.of(new Rectangle2D(100, 30, 960, 1000), new Rectangle2D(1060, 30, 960, 1000)), Tiles.of(WIDE, 2));
        assertEquals(List.of(WIDE), Tiles.of(WIDE, 1));
    }

    @Test
    void theyStandInRowsWhereItIsNot() {
        Rectangle2D narrow = new Rectangle2D(0, 0, 1000, 800);
        assertEquals(
                List.of(new Rectangle2D(0, 0, 1000, 400), new Rectangle2D(0, 400, 1000, 400)), Tiles.of(narrow, 2));
    }

    @Test
    void anyNumberFillsTheScreenAndNoneCoversAnother() {
        for (int count = 1; count < 20; count++) {
            List<Rectangle2D> places = Tiles.of(WIDE, count);
            assertEquals(count, places.size());
            double area = places.stream()
                    .mapToDouble(place -> place.getWidth() * place.getHeight())
                    .sum();
            assertEquals(WIDE.getWidth() * WIDE.getHeight(), area, 1);
            for (Rectangle2D place : places) {
                Rectangle2D inside = new Rectangle2D(
                        place.getMinX() + 1, place.getMinY() + 1, place.getWidth() - 2, place.getHeight() - 2);
                assertEquals(1, places.stream().filter(inside::intersects).count(), count + ": " + place);
            }
        }
    }

    @Test
    void oneMoreStaysOnTheScreen() {
        for (int before = 0; before < 20; before++) {
            Rectangle2D place = Tiles.next(WIDE, before);
            assertTrue(WIDE.contains(place), before + ": " + place);
        }
    }
}
