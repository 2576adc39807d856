package org.heapline.views.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.heapline.views.settings.Preferences;

/** Where the window stands on the screens, and how large it is, from one run to the next. */
final class WindowPlace {
    private static final double FAR = 100_000;
    private static final double GRIP = 80;

    private WindowPlace() {}

    static void restore(Stage stage, DesktopSettings settings, double leastWidth, double leastHeight) {
        Preferences values = settings.preferences();
        double x = values.number("x", Double.NaN, -FAR, FAR);
        double y = values.number("y", Double.NaN, -FAR, FAR);
        // A screen that is no longer there would leave the window where nobody finds it.
        boolean known = !Double.isNaN(x)
                && !Double.isNaN(y)
                && !Screen.getScreensForRectangle(x + GRIP, y, GRIP, GRIP).isEmpty();
        Rectangle2D screen = known
                ? Screen.getScreensForRectangle(x + GRIP, y, GRIP, GRIP).get(0).getVisualBounds()
                : Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(leastWidth, screen.getWidth()));
        stage.setMinHeight(Math.min(leastHeight, screen.getHeight()));
        stage.setWidth(Math.min(settings.width(), screen.getWidth()));
        stage.setHeight(Math.min(settings.height(), screen.getHeight()));
        if (known) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(Boolean.parseBoolean(values.text("maximized", "false")));
    }

    /** Whether enough of a window with these bounds is on a screen to take hold of it. */
    static boolean isInSight(Rectangle2D bounds) {
        return !Screen.getScreensForRectangle(bounds.getMinX() + GRIP, bounds.getMinY(), GRIP, GRIP)
                .isEmpty();
    }

    static void remember(Scene scene, DesktopSettings settings) {
        Window window = scene.getWindow();
        boolean maximized = window instanceof Stage stage && stage.isMaximized();
        settings.preferences().put("maximized", Boolean.toString(maximized));
        if (window != null && !maximized && window.getWidth() > 0) {
            settings.size(window.getWidth(), window.getHeight());
            settings.preferences().put("x", Double.toString(window.getX()));
            settings.preferences().put("y", Double.toString(window.getY()));
        }
    }
}
