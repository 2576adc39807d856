package org.heapline.views.snapshots;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Themes;

/** The list of saved snapshots. */
public final class SnapshotListView {
    /** The height of a row with text of the usual size, in pixels. */
    private static final double ROW = 52;

    private static final double MARGIN = 4;

    private final Parent root;

    @FXML
    private ListView<SavedSnapshot> list;

    @FXML
    private Label empty;

    /** What can be done with the snapshots of the list. */
    public interface Actions {
        /** Shows it in a tab. */
        void open(SavedSnapshot snapshot);

        /** Compares the older of two with the newer. */
        void compare(SavedSnapshot before, SavedSnapshot after);

        /** Shows each in a window of its own, from left to right. */
        void sideBySide(List<SavedSnapshot> snapshots);

        /** Writes a note beside it. */
        void note(SavedSnapshot snapshot, String note);

        /** Deletes it. */
        void delete(SavedSnapshot snapshot);
    }

    public SnapshotListView(SnapshotListViewModel model, Themes themes, Actions actions) {
        root = Fxml.load(this, "snapshot-list.fxml");
        list.setItems(model.files());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        SnapshotMenu menu = new SnapshotMenu(list, actions);
        list.setContextMenu(menu);
        list.setCellFactory(view -> new SnapshotCell(actions::open));
        list.setOnKeyPressed(event -> {
            if (menu.pressed(event.getCode())) {
                event.consume();
            }
        });
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> themes.scaleProperty().get()
                                * (ROW * Math.max(1, model.files().size()) + MARGIN),
                        model.files(),
                        themes.scaleProperty()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.files()));
        empty.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.failureProperty().get().isEmpty()
                                ? Messages.text("snapshots.none")
                                : model.failureProperty().get(),
                        model.failureProperty()));
    }

    public Parent node() {
        return root;
    }
}
