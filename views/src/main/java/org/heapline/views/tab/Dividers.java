package org.heapline.views.tab;

import javafx.scene.control.SplitPane;
import org.heapline.views.settings.Preferences;

/** Remembers where the user has put a divider. */
final class Dividers {
    private static final double LEAST = 0.05;
    private static final double MOST = 0.95;

    private Dividers() {}

    /** Puts the pane's only divider where it was, and remembers where it goes. */
    static void remember(SplitPane pane, String key, Preferences preferences) {
        double position = preferences.number(key, pane.getDividerPositions()[0], LEAST, MOST);
        pane.setDividerPositions(position);
        pane.getDividers().get(0).positionProperty().addListener((property, was, is) -> {
            // The first layouts of a pane move its divider by themselves.
            if (pane.getScene() != null && pane.getScene().getWindow() != null && pane.isPressed()) {
                preferences.put(key, Double.toString(is.doubleValue()));
            }
        });
    }
}
