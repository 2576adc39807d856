package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Widths of package, class and method, in this order. */
class CrumbsTest {
    private static void assertWidths(double room, double inPackage, double ofClass, double method) {
        assertArrayEquals(new double[] {inPackage, ofClass, method}, Crumbs.widths(room, 110, 80, 70));
    }

    @Test
    void thePackageGivesWayFirstAndTheClassLast() {
        assertWidths(400, 110, 80, 70);
        assertWidths(218, 60, 80, 70);
        assertWidths(200, 0, 80, 70);
        assertWidths(180, 0, 80, 70);
        assertWidths(134, 0, 80, 50);
        assertWidths(100, 0, 80, 0);
        assertWidths(60, 0, 60, 0);
    }
}
