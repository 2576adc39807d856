package org.heapline.views.hotlines;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell that shows something of a row's figures. It follows the row by itself: where the table does, a figure that moves
 * has all of the rows in sight laid out and styled.
 */
abstract class RowCell extends TableCell<HotRow, HotRow> {
    private final InvalidationListener onMoved = changed -> moved();
    private final InvalidationListener following = new WeakInvalidationListener(onMoved);
    private @Nullable HotRow row;

    RowCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // A cell that the table keeps for later is not drawn; what is changed in it would have the whole window drawn.
        visibleProperty().addListener(changed -> moved());
    }

    /** Another row is shown; null for none. */
    abstract void begin(@Nullable HotRow newRow);

    /** Writes the figures of the row. */
    abstract void show(HotRow shown);

    /** The row, or null. */
    final @Nullable HotRow row() {
        return row;
    }

    private void moved() {
        HotRow now = row;
        if (now != null) {
            // Read, or it would not tell again.
            now.revisionProperty().get();
            if (isVisible()) {
                show(now);
            }
        }
    }

    @Override
    protected final void updateItem(@Nullable HotRow newRow, boolean empty) {
        super.updateItem(newRow, empty);
        HotRow now = empty ? null : newRow;
        if (isShown(now)) {
            return;
        }
        if (row != null) {
            row.revisionProperty().removeListener(following);
        }
        row = now;
        begin(now);
        if (now != null) {
            now.revisionProperty().addListener(following);
            now.revisionProperty().get();
            show(now);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isShown(@Nullable HotRow other) {
        return row == other;
    }
}
