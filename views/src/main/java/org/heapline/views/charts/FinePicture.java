package org.heapline.views.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/**
 * Pictures finer than the screen. A canvas keeps the pixels it was drawn with, so charts are drawn anew for them. To be
 * used on the JavaFX thread.
 */
public final class FinePicture {
    private FinePicture() {}

    /** A chart on a canvas. */
    interface Chart {
        /** Draws so many pixels of the picture a pixel of the screen, in the same place and size; 1 as usual. */
        void draw(double scale);
    }

    /** Draws a node that is in a scene, with so many pixels of the picture a pixel of the screen. */
    public static WritableImage of(Node node, double scale) {
        List<Chart> charts = new ArrayList<>();
        collect(node, charts);
        SnapshotParameters finer = new SnapshotParameters();
        finer.setTransform(Transform.scale(scale, scale));
        charts.forEach(chart -> chart.draw(scale));
        try {
            return node.snapshot(finer, null);
        } finally {
            charts.forEach(chart -> chart.draw(1));
        }
    }

    private static void collect(Node node, List<Chart> charts) {
        if (node instanceof Chart chart) {
            charts.add(chart);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, charts));
        }
    }
}
