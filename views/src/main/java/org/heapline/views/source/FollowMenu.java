package org.heapline.views.source;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseEvent;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.text.Messages;

/** Goes where a call leads, and asks only where it may lead to several places. */
final class FollowMenu {
    private FollowMenu() {}

    /** Follows the call that was clicked. */
    static void follow(SourceViewModel model, Call call, Node owner, MouseEvent event) {
        List<MenuItem> items = items(model, List.of(call));
        if (items.size() == 1) {
            items.get(0).fire();
        } else {
            menu(items).show(owner, event.getScreenX(), event.getScreenY());
        }
    }

    /** Follows the only call of a line, or asks below the node. */
    static void follow(SourceViewModel model, SourceLine line, Node owner) {
        List<MenuItem> items = items(model, Call.in(line));
        if (items.size() == 1) {
            items.get(0).fire();
        } else if (!items.isEmpty()) {
            var bounds = owner.localToScreen(owner.getBoundsInLocal());
            menu(items).show(owner, bounds.getCenterX(), bounds.getCenterY());
        }
    }

    private static ContextMenu menu(List<MenuItem> items) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items);
        return menu;
    }

    /** An item for each place that the calls may lead to. */
    static List<MenuItem> items(SourceViewModel model, List<Call> calls) {
        return calls.stream()
                .flatMap(call -> model.trail().targets(call).stream())
                .distinct()
                .map(target -> item(model, target))
                .toList();
    }

    private static MenuItem item(SourceViewModel model, SelectedLine target) {
        String simple = target.className()
                .substring(target.className().lastIndexOf('.') + 1)
                .replace('$', '.');
        String name = target.method().equals("<init>") ? "new " + simple : simple + "." + target.method();
        MenuItem item = new MenuItem(Messages.text("source.goTo", name));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.trail().follow(target));
        return item;
    }
}
