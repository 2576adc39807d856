package org.heapline.views.snapshots;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.heapline.views.fx.MenuItems;
import org.heapline.views.text.Messages;

/** What can be done with the chosen snapshots: open, open side by side, compare two, write a note, delete. */
final class SnapshotMenu extends ContextMenu {
    private final ListView<SavedSnapshot> list;
    private final SnapshotListView.Actions actions;
    private final MenuItem open = item("open", KeyCode.ENTER, this::open);
    private final MenuItem sideBySide = item("sideBySide", this::sideBySide);
    private final MenuItem compare = item("compare", this::compare);
    private final MenuItem note = item("note", KeyCode.F2, this::note);
    private final MenuItem delete = item("delete", KeyCode.DELETE, this::delete);

    SnapshotMenu(ListView<SavedSnapshot> list, SnapshotListView.Actions actions) {
        this.list = list;
        this.actions = actions;
        getItems().addAll(open, sideBySide, compare, note, new SeparatorMenuItem(), delete);
        setOnShowing(event -> {
            int count = chosen().size();
            open.setDisable(count == 0);
            sideBySide.setDisable(count < 2);
            compare.setDisable(count != 2);
            note.setDisable(count != 1);
            delete.setDisable(count == 0);
        });
    }

    /**
     * Does what a key stands for with the chosen snapshots. The keys are the list's alone: as the items' own they would be
     * the whole window's.
     *
     * @return whether it stands for anything here
     */
    boolean pressed(KeyCode key) {
        int count = chosen().size();
        if (key == KeyCode.ENTER && count > 0) {
            open();
        } else if (key == KeyCode.F2 && count == 1) {
            note();
        } else if (key == KeyCode.DELETE && count > 0) {
            delete();
        } else {
            return false;
        }
        return true;
    }

    private static MenuItem item(String name, KeyCode key, Runnable action) {
        MenuItem item = item(name, action);
        item.setText(item.getText() + "  ("
                + (key == KeyCode.DELETE
                        ? Messages.text("snapshots.delete.key")
                        : new KeyCodeCombination(key).getDisplayText())
                + ")");
        return item;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = MenuItems.of("snapshots." + key, action);
        item.setId("snapshot-" + key);
        return item;
    }

    private List<SavedSnapshot> chosen() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private void open() {
        chosen().forEach(actions::open);
    }

    private void sideBySide() {
        actions.sideBySide(oldestFirst());
    }

    private List<SavedSnapshot> oldestFirst() {
        return chosen().stream()
                .sorted(Comparator.comparing(SavedSnapshot::savedAt))
                .toList();
    }

    private void compare() {
        List<SavedSnapshot> two = oldestFirst();
        actions.compare(two.get(0), two.get(1));
    }

    private void note() {
        SavedSnapshot snapshot = chosen().get(0);
        TextInputDialog dialog = new TextInputDialog(snapshot.note());
        dialog.initOwner(list.getScene().getWindow());
        dialog.setTitle(Messages.text("snapshots.note"));
        dialog.setHeaderText(Messages.text("snapshots.note.text", snapshot.name()));
        dialog.setGraphic(null);
        dialog.resultProperty().addListener((property, was, is) -> {
            if (is != null) {
                actions.note(snapshot, is);
            }
        });
        dialog.show();
    }

    private void delete() {
        List<SavedSnapshot> gone = chosen();
        Alert question = new Alert(
                Alert.AlertType.NONE,
                Messages.text("snapshots.delete.text", gone.size()),
                new ButtonType(Messages.text("snapshots.delete"), ButtonType.OK.getButtonData()),
                ButtonType.CANCEL);
        question.initOwner(list.getScene().getWindow());
        question.setTitle(Messages.text("snapshots.delete"));
        question.resultProperty().addListener((property, was, is) -> {
            if (is != null && is.getButtonData() == ButtonType.OK.getButtonData()) {
                gone.forEach(actions::delete);
            }
        });
        question.show();
    }
}
