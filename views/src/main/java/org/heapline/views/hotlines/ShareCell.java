package org.heapline.views.hotlines;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.heapline.views.text.Figures;
import org.jspecify.annotations.Nullable;

/** The share of a row, as a bar and the figure beside it. The hottest row's bar fills what the figures leave. */
final class ShareCell extends TableCell<HotRow, Number> {
    private static final double INSET = 10;
    private static final double GAP = 6;

    private final Region bar = new Region();
    private final Label figure = new Label();

    /** Takes the room that the widest figure would. */
    private final Label widest = new Label(Figures.percent(1));

    private final Bar both = new Bar();

    /** Lays the bar beside the room of the widest figure, as wide as the share: no figure stands half on a bar. */
    private final class Bar extends Region {
        private double part;

        Bar() {
            bar.getStyleClass().add("share-bar");
            figure.getStyleClass().add("share-figure");
            widest.getStyleClass().add("share-figure");
            widest.setVisible(false);
            getChildren().addAll(bar, widest, figure);
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
            double words = widest.prefWidth(-1);
            double room = Math.max(0, getWidth() - words - GAP);
            bar.resizeRelocate(
                    0, INSET, part <= 0 ? 0 : Math.max(2, room * part), Math.max(0, getHeight() - 2 * INSET));
            figure.resizeRelocate(getWidth() - words, 0, words, getHeight());
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
