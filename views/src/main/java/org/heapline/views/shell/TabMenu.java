package org.heapline.views.shell;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import org.heapline.views.fx.MenuItems;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a tab, in the menu of a right click on it or of the menu key.
 *
 * <p>A menu is made when it is asked for. As the tab's own, the first one would be held by its pane for ever: JavaFX
 * listens there for its keys, and never stops.
 */
final class TabMenu {
    private static final String HEADER = "tab";

    private final TabPane pane;
    private final MainViewModel model;

    private TabMenu(TabPane pane, MainViewModel model) {
        this.pane = pane;
        this.model = model;
    }

    /** Shows the menu on the tabs of this pane; their user data are the tabs of the model. */
    static void on(TabPane pane, MainViewModel model) {
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, new TabMenu(pane, model)::requested);
    }

    private void requested(ContextMenuEvent event) {
        Tab tab = event.getTarget() instanceof Node node ? meant(node) : null;
        if (tab != null) {
            menu((WindowTab) tab.getUserData()).show(pane, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    /** The tab whose header this node is in; the one in front for the key, which goes to the pane; else null. */
    private @Nullable Tab meant(Node node) {
        if (node.equals(pane)) {
            return pane.getSelectionModel().getSelectedItem();
        }
        for (Node each = node; each != null && !each.equals(pane); each = each.getParent()) {
            if (each.getStyleClass().contains(HEADER)) {
                String id = each.getId();
                return pane.getTabs().stream()
                        .filter(tab -> tab.getId().equals(id))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private ContextMenu menu(WindowTab shown) {
        return new ContextMenu(
                item("moveApart", WindowCommands.MOVE, () -> model.moveApart(shown)),
                item("closeTab", WindowCommands.CLOSE, () -> model.close(shown)));
    }

    private static MenuItem item(String command, KeyCombination keys, Runnable action) {
        MenuItem item = MenuItems.of("command." + command, action);
        item.setId("tab-" + command);
        item.setAccelerator(keys);
        return item;
    }
}
