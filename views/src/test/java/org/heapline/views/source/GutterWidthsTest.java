package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class GutterWidthsTest {
    private final GutterWidths widths = new GutterWidths();

    @Test
    void whereThereIsNoRoomTheColumnThatTheHeatShowsStays() {
        double all = widths.total();
        widths.room(all + 100, GutterColumn.SELF);
        assertFalse(widths.shows(GutterColumn.OCCURRENCES));
        assertTrue(widths.shows(GutterColumn.SELF));
        assertTrue(widths.total() < all);
        widths.room(0, GutterColumn.INCREMENT);
        assertTrue(widths.shows(GutterColumn.INCREMENT));
        assertFalse(widths.shows(GutterColumn.SELF));
    }

    @Test
    void columnsComeBackWithTheRoom() {
        double all = widths.total();
        widths.room(200, GutterColumn.SELF);
        assertEquals(GutterColumn.FIRST, widths.wanted());
        widths.room(2_000, GutterColumn.SELF);
        assertEquals(all, widths.total());
    }

    @Test
    void nothingButTheLineNumberWhenNothingIsWanted() {
        widths.show(EnumSet.noneOf(GutterColumn.class));
        assertEquals(widths.line(), widths.total());
    }
}
