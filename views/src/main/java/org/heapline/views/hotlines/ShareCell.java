package org.heapline.views.hotlines;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The share of a row, as a bar with the figure on it. The hottest row's bar fills the column. */
final class ShareCell extends TableCell<HotRow, Number> {
    private static final double INSET = 8;

    private final Region bar = new Region();
    private final Label figure = new Label();
    private final Bar both = new Bar();

    /** Lays the bar below the figure, as wide as the share. */
    private final class Bar extends Region {
        private double part;

        Bar() {
            bar.getStyleClass().add("share-bar");
            figure.getStyleClass().add("share-figure");
            getChildren().addAll(bar, figure);
        }

        void show(double share, String text) {
            figure.setText(text);
            if (part != share) {
                part = share;
                requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            double width = part <= 0 ? 0 : Math.max(3, getWidth() * part);
            bar.resizeRelocate(0, INSET, width, Math.max(0, getHeight() - 2 * INSET));
            figure.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    ShareCell() {
        both.prefWidthProperty().bind(widthProperty().subtract(10));
        both.prefHeightProperty().bind(heightProperty());
    }

    @Override
    protected void updateItem(@Nullable Number revision, boolean empty) {
        super.updateItem(revision, empty);
        HotRow row = empty ? null : getTableRow().getItem();
        if (row == null) {
            setGraphic(null);
            return;
        }
        both.show(row.bar(), HotColumn.SHARE.text(row));
        setGraphic(both);
    }
}
