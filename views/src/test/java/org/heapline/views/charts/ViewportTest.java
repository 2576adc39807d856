package org.heapline.views.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport();

    @Test
    void aYoungSessionFillsTenSeconds() {
        viewport.session(0, 1_000);
        assertEquals(10_000, viewport.to());
    }

    @Test
    void zoomingKeepsTheMomentUnderThePointer() {
        viewport.session(0, 100_000);
        viewport.zoom(0.5, 40_000);
        assertEquals(50_000, viewport.span());
        assertEquals(0.4, (40_000 - viewport.from()) / viewport.span(), 1e-9);
    }

    @Test
    void whoLooksAtTheNewestGoesOnSeeingTheNewest() {
        viewport.session(0, 100_000);
        viewport.zoom(0.5, 95_000);
        viewport.session(0, 120_000);
        assertEquals(120_000, viewport.to());
        assertEquals(50_000, viewport.span());
    }

    @Test
    void whoLooksAtThePastSeesItStandStill() {
        viewport.session(0, 100_000);
        viewport.show(20_000, 40_000);
        viewport.session(0, 120_000);
        assertEquals(20_000, viewport.from());
        assertEquals(40_000, viewport.to());
    }

    @Test
    void panningStopsAtTheEnds() {
        viewport.session(0, 100_000);
        viewport.show(20_000, 40_000);
        viewport.pan(-1e9);
        assertEquals(0, viewport.from());
        viewport.pan(1e9);
        assertEquals(100_000, viewport.to());
    }

    @Test
    void zoomingOutFarEnoughShowsAll() {
        viewport.session(0, 100_000);
        viewport.zoom(0.1, 50_000);
        viewport.zoom(100, 50_000);
        assertTrue(viewport.isWhole());
    }
}
