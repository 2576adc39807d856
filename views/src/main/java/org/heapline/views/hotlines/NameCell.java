package org.heapline.views.hotlines;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The line, method or class of a row, with what it belongs to below. */
final class NameCell extends TableCell<HotRow, HotRow> {
    private final Label title = new Label();
    private final Label detail = new Label();
    private final VBox both = new VBox(title, detail);

    NameCell() {
        getStyleClass().add("name");
        // The end of a name is its line: what does not fit is left out in the middle.
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        detail.getStyleClass().add("detail");
        both.getStyleClass().add("both");
        both.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable HotRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        title.setText(row.title());
        detail.setText(row.detail());
        setGraphic(both);
    }
}
