package org.heapline.views.hotlines;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A figure of a row, as text. Its item is the row's revision, so it is written again only when the row has changed. */
final class FigureCell extends TableCell<HotRow, Number> {
    private final Function<HotRow, String> text;

    FigureCell(Function<HotRow, String> text) {
        this.text = text;
        getStyleClass().add("figure");
    }

    @Override
    protected void updateItem(@Nullable Number revision, boolean empty) {
        super.updateItem(revision, empty);
        HotRow row = empty ? null : getTableRow().getItem();
        setText(row == null ? null : text.apply(row));
    }
}
