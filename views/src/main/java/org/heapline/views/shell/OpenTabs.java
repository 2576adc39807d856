package org.heapline.views.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is open, and where it stands: among the tabs of the main window, or in a window of its own. To be used on the
 * JavaFX thread.
 */
final class OpenTabs {
    private final ObservableList<WindowTab> docked = FXCollections.observableArrayList();
    private final ObservableList<WindowTab> apart = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable WindowTab> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable WindowTab> raised = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<WindowTab>> tiled = new ReadOnlyObjectWrapper<>(List.of());

    /** The tabs of the main window, in the order of opening. */
    ObservableList<WindowTab> docked() {
        return docked;
    }

    /** Those in windows of their own. */
    ObservableList<WindowTab> apart() {
        return apart;
    }

    /** All of them, those of the main window first. */
    List<WindowTab> all() {
        return Stream.concat(docked.stream(), apart.stream()).toList();
    }

    /** The one in front in the main window, or null. */
    ObjectProperty<@Nullable WindowTab> selectedProperty() {
        return selected;
    }

    /** What was asked for this moment: its window comes to the front. Null in between: nothing closed is held. */
    ReadOnlyObjectProperty<@Nullable WindowTab> raisedProperty() {
        return raised.getReadOnlyProperty();
    }

    /** What is put side by side this moment, from left to right; empty in between. */
    ReadOnlyObjectProperty<List<WindowTab>> tiledProperty() {
        return tiled.getReadOnlyProperty();
    }

    /** Opens it as the tab in front, unless it is open. */
    void add(WindowTab tab) {
        addBehind(tab);
        raise(tab);
    }

    /** Opens it as a tab without bringing it to the front, unless it is open or the only one. */
    void addBehind(WindowTab tab) {
        if (!apart.contains(tab)) {
            if (!docked.contains(tab)) {
                docked.add(tab);
            }
            if (selected.get() == null) {
                selected.set(tab);
            }
        }
    }

    /** Opens it in a window of its own, unless it is open. */
    void addApart(WindowTab tab) {
        if (!docked.contains(tab) && !apart.contains(tab)) {
            apart.add(tab);
        }
    }

    /** Brings it to the front, wherever it stands. */
    void raise(WindowTab tab) {
        if (docked.contains(tab)) {
            selected.set(tab);
        }
        raised.set(tab);
        raised.set(null);
    }

    /** Gives a tab a window of its own. */
    void moveApart(WindowTab tab) {
        if (docked.contains(tab)) {
            undock(tab);
            apart.add(tab);
        }
    }

    /** Takes it back among the tabs of the main window, to the front. */
    void moveBack(WindowTab tab) {
        if (apart.remove(tab)) {
            add(tab);
        }
    }

    /** Gives each a window of its own, next to each other; those that are open move there. */
    void tile(List<WindowTab> tabs) {
        for (WindowTab tab : tabs) {
            undock(tab);
            if (!apart.contains(tab)) {
                apart.add(tab);
            }
        }
        tiled.set(List.copyOf(tabs));
        tiled.set(List.of());
    }

    /** Forgets it. */
    void remove(WindowTab tab) {
        undock(tab);
        apart.remove(tab);
    }

    private void undock(WindowTab tab) {
        int place = docked.indexOf(tab);
        if (place >= 0) {
            docked.remove(place);
            // Where nodes follow the tabs, they have chosen the next one already.
            if (tab.equals(selected.get())) {
                selected.set(docked.isEmpty() ? null : docked.get(Math.min(place, docked.size() - 1)));
            }
        }
    }

    /** The tab that shows these files, or null. */
    @Nullable
    WindowTab ofFiles(List<Path> files) {
        return find(tab -> RememberedTabs.filesOf(tab).equals(files));
    }

    /** The live session with a process, or null. */
    @Nullable
    WindowTab ofProcess(long pid) {
        return find(tab -> tab instanceof WindowTab.OfSession shown
                && shown.session().isLive()
                && shown.session().snapshot().target().pid() == pid);
    }

    private @Nullable WindowTab find(Predicate<WindowTab> wanted) {
        return all().stream().filter(wanted).findFirst().orElse(null);
    }
}
