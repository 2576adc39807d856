package org.heapline.views.snapshots;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;

/** The list of saved snapshots. */
public final class SnapshotListView {
    private static final double ROW = 52;
    private static final int MOST_ROWS = 5;

    private final Parent root;

    @FXML
    private ListView<SavedSnapshot> list;

    @FXML
    private Label empty;

    /** @param open shows a snapshot in a tab */
    public SnapshotListView(SnapshotListViewModel model, Consumer<SavedSnapshot> open) {
        root = Fxml.load(this, "snapshot-list.fxml");
        list.setItems(model.files());
        list.setCellFactory(view -> new SnapshotCell(open));
        list.setOnKeyPressed(event -> {
            SavedSnapshot chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
            }
        });
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> ROW
                                * Math.min(MOST_ROWS, Math.max(1, model.files().size())),
                        model.files()));
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
