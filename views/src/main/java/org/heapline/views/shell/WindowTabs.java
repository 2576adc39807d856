package org.heapline.views.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.heapline.views.tab.TabActions;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;

/** The tabs of the window as nodes: one for each that the model has, in the same order. */
final class WindowTabs {
    private static final System.Logger LOG = System.getLogger(WindowTabs.class.getName());

    private final MainViewModel model;
    private final Themes themes;
    private final WindowDesk desk;
    private final Consumer<@Nullable TabContent> front;
    private final Map<WindowTab, TabContent> contents = new HashMap<>();
    private TabPane pane = new TabPane();

    /** @param front is told what is in front; null if there is no tab */
    WindowTabs(MainViewModel model, Themes themes, WindowDesk desk, Consumer<@Nullable TabContent> front) {
        this.model = model;
        this.themes = themes;
        this.desk = desk;
        this.front = front;
        model.tabs().addListener(this::changed);
        model.selectedProperty().addListener((property, was, is) -> select(is));
    }

    /** Shows all tabs in this pane from now on, made anew. */
    void into(TabPane newPane) {
        WindowTab chosen = model.selectedProperty().get();
        pane = newPane;
        close();
        pane.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> selected(is));
        List.copyOf(model.tabs()).forEach(this::added);
        select(chosen);
        selected(pane.getSelectionModel().getSelectedItem());
    }

    private void changed(ListChangeListener.Change<? extends WindowTab> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::removed);
            change.getAddedSubList().forEach(this::added);
        }
    }

    private void added(WindowTab shown) {
        TabContent content = TabContent.of(shown, themes, desk);
        contents.put(shown, content);
        Tab tab = new Tab(shown.title(), content.node());
        tab.setUserData(shown);
        tab.setOnClosed(event -> model.close(shown));
        pane.getTabs().add(tab);
    }

    private void removed(WindowTab gone) {
        TabContent content = contents.remove(gone);
        if (content != null) {
            close(content);
        }
        pane.getTabs().removeIf(tab -> tab.getUserData() == gone);
    }

    private void select(@Nullable WindowTab wanted) {
        pane.getTabs().stream()
                .filter(tab -> tab.getUserData() == wanted)
                .findFirst()
                .ifPresent(pane.getSelectionModel()::select);
    }

    private void selected(@Nullable Tab tab) {
        WindowTab shown = tab == null ? null : (WindowTab) tab.getUserData();
        model.selectedProperty().set(shown);
        front.accept(shown == null ? null : contents.get(shown));
    }

    /** Goes to the next tab, round and round. */
    void next() {
        int count = pane.getTabs().size();
        if (count > 0) {
            pane.getSelectionModel().select((pane.getSelectionModel().getSelectedIndex() + 1) % count);
        }
    }

    /** Closes the tab in front. */
    void closeFront() {
        WindowTab shown = model.selectedProperty().get();
        if (shown != null) {
            model.close(shown);
        }
    }

    /** What can be done in the tab in front. */
    Optional<TabActions> actions() {
        WindowTab shown = model.selectedProperty().get();
        TabContent content = shown == null ? null : contents.get(shown);
        return Optional.ofNullable(content == null ? null : content.actions());
    }

    /** Whether everything in the tab in front is there to be seen. */
    boolean settled() {
        WindowTab shown = model.selectedProperty().get();
        TabContent content = shown == null ? null : contents.get(shown);
        return content == null || content.settled().getAsBoolean();
    }

    /** Lets go of what the tabs follow. */
    void close() {
        contents.values().forEach(WindowTabs::close);
        contents.clear();
    }

    private static void close(TabContent content) {
        try {
            content.close();
        } catch (RuntimeException e) {
            // One session that fails to let go must not keep the others.
            LOG.log(System.Logger.Level.WARNING, "A tab did not close cleanly", e);
        }
    }
}
