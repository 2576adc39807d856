package org.heapline.views.running;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;

/** A running method: class and method at the left, where it is at the right. */
final class RunningCell extends ListCell<RunningQuestion.Row> {
    private final Label method = new Label();
    private final Label place = new Label();
    private final HBox all;

    RunningCell() {
        method.getStyleClass().add("method");
        // The end of the name says most.
        method.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        method.setMinWidth(0);
        place.getStyleClass().addAll(Styles.MUTED, "place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        all = new HBox(method, gap, place);
        all.getStyleClass().add("running-method");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RunningQuestion.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        method.setText(row.method());
        place.setText(row.place());
        setGraphic(all);
    }
}
