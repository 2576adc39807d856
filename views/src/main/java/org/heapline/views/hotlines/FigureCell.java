package org.heapline.views.hotlines;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** A figure of a row, as text. Its item is the row's revision, so it is written again only when the row has changed. */
final class FigureCell extends TableCell<HotRow, Number> {
    private final HotColumn column;
    private final Tooltip both = new Tooltip();
    private final Flash flash = new Flash(this);
    private @Nullable HotRow shown;

    FigureCell(HotColumn column) {
        this.column = column;
        getStyleClass().add("figure");
        both.setOnShowing(event -> {
            HotRow row = getTableRow().getItem();
            both.setText(row == null ? "" : selfAndIncrement(row));
        });
    }

    /** Self and Increment together, whichever of them the table counts. */
    private static String selfAndIncrement(HotRow row) {
        return Messages.text("hot.figures.tip", Figures.bytes(row.self()), Figures.bytes(row.increment()));
    }

    @Override
    protected void updateItem(@Nullable Number revision, boolean empty) {
        super.updateItem(revision, empty);
        HotRow row = empty ? null : getTableRow().getItem();
        String text = row == null ? null : column.text(row);
        if (!isSame(row)) {
            shown = row;
            flash.forget();
            setTooltip(row == null ? null : both);
        } else if (text != null && !text.equals(getText())) {
            flash.moved();
        }
        setText(text);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isSame(@Nullable HotRow row) {
        return row == shown;
    }
}
