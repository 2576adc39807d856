package org.heapline.views.shell;

import java.util.function.Consumer;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.heapline.views.jvms.JvmListView;
import org.heapline.views.session.SessionViewModel;

/** The keys of the window. Ctrl is Cmd on a Mac. */
final class Shortcuts {
    private Shortcuts() {}

    static void install(Scene scene, MainViewModel model, WindowDesk desk, JvmListView jvms, TabPane tabs) {
        ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(control(KeyCode.F), jvms::focusSearch);
        keys.put(control(KeyCode.S), () -> withSession(model, desk::save));
        keys.put(control(KeyCode.P), () -> withSession(model, desk::choose));
        keys.put(control(KeyCode.G), () -> withSession(model, SessionViewModel::collect));
        keys.put(control(KeyCode.W), () -> closeFront(model, tabs));
        keys.put(new KeyCodeCombination(KeyCode.F5), () -> withSession(model, SessionViewModel::resume));
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static void withSession(MainViewModel model, Consumer<SessionViewModel> action) {
        if (model.selectedProperty().get() instanceof WindowTab.OfSession front
                && front.session().isLive()) {
            action.accept(front.session());
        }
    }

    private static void closeFront(MainViewModel model, TabPane tabs) {
        Tab front = tabs.getSelectionModel().getSelectedItem();
        if (front != null) {
            model.close((WindowTab) front.getUserData());
        }
    }
}
