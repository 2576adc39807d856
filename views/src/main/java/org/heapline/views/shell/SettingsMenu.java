package org.heapline.views.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.heapline.views.palette.Command;
import org.heapline.views.text.Messages;

/** The menu of what the window looks like. */
final class SettingsMenu {
    private final Map<String, Boolean> chosen;
    private final List<Command> commands;

    SettingsMenu(DesktopSettings settings, List<Command> commands) {
        this.commands = commands;
        chosen = Map.of(
                settings.look().key(),
                true,
                Messages.language().getLanguage().equals("de") ? "german" : "english",
                true);
    }

    List<MenuItem> items() {
        return List.of(
                menu("settings.theme", true, "light", "dark", "system"),
                menu("settings.language", true, "english", "german"),
                menu("settings.text", false, "larger", "smaller", "usualSize"),
                new SeparatorMenuItem(),
                item("palette", false));
    }

    private Menu menu(String key, boolean choice, String... names) {
        Menu menu = new Menu(Messages.text(key));
        for (String name : names) {
            menu.getItems().add(item(name, choice));
        }
        return menu;
    }

    private MenuItem item(String name, boolean choice) {
        String text = Messages.text("command." + name);
        MenuItem item = choice ? new RadioMenuItem(text) : new MenuItem(text);
        if (item instanceof RadioMenuItem radio) {
            radio.setSelected(chosen.containsKey(name));
        }
        commands.stream().filter(command -> command.key().equals(name)).forEach(command -> {
            item.setOnAction(event -> command.run());
            if (command.keys() != null) {
                item.setAccelerator(command.keys());
            }
        });
        return item;
    }
}
