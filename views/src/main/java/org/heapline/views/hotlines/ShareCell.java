package org.heapline.views.hotlines;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.heapline.views.fx.RightText;
import org.heapline.views.text.Figures;
import org.jspecify.annotations.Nullable;

/** The share of a row, as a bar and the figure beside it. The hottest row's bar fills what the figures leave. */
final class ShareCell extends RowCell {
    private static final double INSET = 10;
    private static final double GAP = 6;

    private final Bar both = new Bar();

    /** Lays the bar beside the room of the widest figure, as wide as the share: no figure stands half on a bar. */
    private static final class Bar extends Pane {
        private final Region bar = new Region();
        private final RightText figure = new RightText(this, "figure-text");

        /** Takes the room that the widest figure would. */
        private final Text widest = new Text(Figures.percent(1));

        private double part;

        Bar() {
            getStyleClass().add("share");
            bar.getStyleClass().add("share-bar");
            bar.setManaged(false);
            widest.getStyleClass().add("figure-text");
            widest.setManaged(false);
            widest.setVisible(false);
            getChildren().addAll(bar, widest, figure);
        }

        void show(double share, String text) {
            figure.write(text);
            if (part != share) {
                part = share;
                place();
            }
        }

        private void place() {
            double words = snapSizeX(widest.getLayoutBounds().getWidth()) + snappedRightInset();
            double room = Math.max(0, getWidth() - words - GAP);
            bar.resizeRelocate(
                    0, INSET, part <= 0 ? 0 : Math.max(2, room * part), Math.max(0, getHeight() - 2 * INSET));
        }

        @Override
        protected void layoutChildren() {
            place();
            figure.standIn(getWidth() - snappedRightInset(), getHeight());
        }
    }

    ShareCell() {
        both.prefWidthProperty().bind(widthProperty().subtract(10));
        both.prefHeightProperty().bind(heightProperty());
    }

    @Override
    void begin(@Nullable HotRow newRow) {
        setGraphic(newRow == null ? null : both);
    }

    @Override
    void show(HotRow shown) {
        String text = HotColumn.SHARE.text(shown);
        both.show(shown.bar(), text);
        setAccessibleText(text);
    }
}
