package org.heapline.views.fx;

import javafx.scene.control.MenuItem;
import org.heapline.views.text.Messages;

/** Makes entries of menus. */
public final class MenuItems {
    private MenuItems() {}

    /**
     * An entry that does something.
     *
     * @param key of its text in the messages
     */
    public static MenuItem of(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
