package org.heapline.views.compare;

import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.heapline.views.text.Figures;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;

/** A change in MiB with a bar from the middle of the column: to the right what grew, to the left what shrank. */
final class ChangeCell extends TableCell<ComparedLine, Long> {
    private static final double MIB = 1 << 20;
    private static final double INSET = 4;
    private static final double PADDING = 12;

    /** The room of the figures, in their font's size. */
    private static final double FIGURES = 7;

    private final LongSupplier largest;
    private final Region bar = new Region();
    private final Region middle = new Region();
    private final Label figure = new Label();
    private final Both both = new Both();
    private final Tooltip tip = new Tooltip();

    /** @param largest the largest change of all rows, bytes */
    ChangeCell(LongSupplier largest) {
        this.largest = largest;
        getStyleClass().addAll("figure", "change");
        both.prefWidthProperty().bind(widthProperty().subtract(2 * PADDING));
        both.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> getHeight() - snappedTopInset() - snappedBottomInset(),
                        heightProperty(),
                        insetsProperty()));
    }

    private final class Both extends Region {
        private double part;

        Both() {
            bar.getStyleClass().add("change-bar");
            middle.getStyleClass().add("change-middle");
            figure.getStyleClass().add("change-figure");
            getChildren().addAll(bar, middle, figure);
        }

        void show(double newPart) {
            part = newPart;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double text = Math.ceil(figure.prefWidth(-1));
            double high = figure.prefHeight(-1);
            // The figures stand below each other at the right, whatever their bars.
            double bars = Math.max(0, getWidth() - FIGURES * figure.getFont().getSize());
            double half = Math.round(bars / 2);
            double width = Math.abs(part) < 1e-9 ? 0 : Math.max(2, Math.abs(part) * half);
            bar.resizeRelocate(part < 0 ? half - width : half, INSET, width, Math.max(0, getHeight() - 2 * INSET));
            middle.resizeRelocate(half, INSET - 3, 1, Math.max(0, getHeight() - 2 * INSET + 6));
            figure.resizeRelocate(getWidth() - text, snapPositionY((getHeight() - high) / 2), text, high);
        }
    }

    @Override
    protected void updateItem(@Nullable Long value, boolean empty) {
        super.updateItem(value, empty);
        boolean shown = !empty && value != null;
        pseudoClassStateChanged(Styles.GROWN, shown && value != null && value > 0);
        pseudoClassStateChanged(Styles.SHRUNK, shown && value != null && value < 0);
        if (!shown || value == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        figure.setText(Figures.signed(value / MIB, 1));
        tip.setText(ComparisonViewModel.signed(value));
        setTooltip(tip);
        both.show((double) value / Math.max(1, largest.getAsLong()));
        setGraphic(both);
    }
}
