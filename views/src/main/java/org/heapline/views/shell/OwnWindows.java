package org.heapline.views.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;

/** The windows of tabs that have their own: one for each that the model says. To be used on the JavaFX thread. */
final class OwnWindows implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OwnWindows.class.getName());

    private final Scene main;
    private final RememberedTabs remembered;
    private final Function<WindowTab, OwnWindow> maker;
    private final Map<WindowTab, OwnWindow> windows = new HashMap<>();

    /**
     * @param main the main window: where the others open
     * @param desks makes what a tab asks of the window around it
     * @param remembered where the windows stood the last time
     */
    OwnWindows(
            MainViewModel model,
            Themes themes,
            Scene main,
            Function<Scene, WindowDesk> desks,
            WindowCommands.Frame frame,
            RememberedTabs remembered) {
        this.remembered = remembered;
        this.main = main;
        maker = tab -> new OwnWindow(tab, model, themes, desks, frame, this::raiseMain);
        model.apart().addListener(this::changed);
        model.raisedProperty().addListener((property, was, is) -> raise(is));
        model.tiledProperty().addListener((property, was, is) -> tile(is));
    }

    private void changed(ListChangeListener.Change<? extends WindowTab> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::removed);
            change.getAddedSubList().forEach(this::added);
        }
    }

    private void added(WindowTab tab) {
        OwnWindow window = maker.apply(tab);
        Rectangle2D before = remembered.places().get(RememberedTabs.filesOf(tab));
        window.place(before == null || !WindowPlace.isInSight(before) ? Tiles.next(area(), windows.size()) : before);
        windows.put(tab, window);
    }

    /** Whether everything in all of them is there to be seen. */
    boolean settled() {
        return windows.values().stream().allMatch(OwnWindow::settled);
    }

    /** Takes the nodes out of the window of a tab, which is to be closed then. */
    Region rootOf(WindowTab tab) {
        return Objects.requireNonNull(windows.get(tab), "no window of its own").takeRoot();
    }

    /** Where the window of each tab stands now. */
    Map<WindowTab, Rectangle2D> places() {
        Map<WindowTab, Rectangle2D> places = new HashMap<>();
        windows.forEach((tab, window) -> places.put(tab, window.place()));
        return places;
    }

    private void removed(WindowTab gone) {
        OwnWindow window = windows.remove(gone);
        if (window != null) {
            close(window);
        }
    }

    private void raise(@Nullable WindowTab wanted) {
        OwnWindow window = wanted == null ? null : windows.get(wanted);
        if (window != null) {
            window.raise();
        } else if (wanted != null && !windows.isEmpty()) {
            raiseMain();
        }
    }

    private void raiseMain() {
        if (main.getWindow() instanceof Stage stage) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
    }

    private void tile(List<WindowTab> tabs) {
        List<Rectangle2D> places = Tiles.of(area(), tabs.size());
        for (int i = 0; i < tabs.size(); i++) {
            OwnWindow window = windows.get(tabs.get(i));
            if (window != null) {
                window.place(places.get(i));
                window.raise();
            }
        }
    }

    /** What windows can fill of the screen that the middle of the main window is on. */
    private Rectangle2D area() {
        Window window = main.getWindow();
        List<Screen> screens = window == null
                ? List.of()
                : Screen.getScreensForRectangle(
                        window.getX() + window.getWidth() / 2, window.getY() + window.getHeight() / 2, 1, 1);
        return (screens.isEmpty() ? Screen.getPrimary() : screens.get(0)).getVisualBounds();
    }

    /** Makes all nodes anew, from the models. */
    void build() {
        windows.values().forEach(OwnWindow::build);
    }

    /** Closes all windows; what they showed goes on. */
    @Override
    public void close() {
        List.copyOf(windows.values()).forEach(OwnWindows::close);
        windows.clear();
    }

    private static void close(OwnWindow window) {
        try {
            window.close();
        } catch (RuntimeException e) {
            // One window that fails to let go must not keep the others.
            LOG.log(System.Logger.Level.WARNING, "A window did not close cleanly", e);
        }
    }
}
