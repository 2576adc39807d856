package org.heapline.views.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.heapline.views.palette.Command;
import org.heapline.views.tab.TabActions;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;

/** The tabs of the window as nodes: one for each that the model has, in the same order. */
final class WindowTabs implements FrontTab, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WindowTabs.class.getName());

    private final MainViewModel model;
    private final Themes themes;
    private final WindowDesk desk;
    private final Consumer<@Nullable TabContent> front;
    private final Map<WindowTab, TabContent> contents = new HashMap<>();
    private TabPane pane = new TabPane();
    private int made;

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
        TabMenu.on(pane, model);
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
        tab.setId("tab-" + ++made);
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

    @Override
    public @Nullable WindowTab shown() {
        return model.selectedProperty().get();
    }

    @Override
    public boolean apart() {
        return false;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "nextTab",
                        WindowCommands.control(KeyCode.TAB),
                        () -> model.tabs().size() > 1,
                        this::next),
                ofFront("moveApart", WindowCommands.MOVE, model::moveApart),
                ofFront("closeTab", WindowCommands.CLOSE, model::close));
    }

    private Command ofFront(String key, KeyCombination keys, Consumer<WindowTab> action) {
        return new Command(key, keys, () -> shown() != null, () -> {
            WindowTab tab = shown();
            if (tab != null) {
                action.accept(tab);
            }
        });
    }

    /** Goes to the next tab, round and round. */
    private void next() {
        int count = pane.getTabs().size();
        if (count > 0) {
            pane.getSelectionModel().select((pane.getSelectionModel().getSelectedIndex() + 1) % count);
        }
    }

    @Override
    public Optional<TabActions> actions() {
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
    @Override
    public void close() {
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
