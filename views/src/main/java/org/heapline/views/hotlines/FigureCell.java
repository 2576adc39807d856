package org.heapline.views.hotlines;

import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.heapline.views.fx.RightText;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** A figure of a row, as text. */
final class FigureCell extends RowCell {
    private final HotColumn column;
    private final Tooltip both = new Tooltip();
    private final Flash flash = new Flash(this);
    private final Room room = new Room();
    private boolean fresh;

    private static final class Room extends Pane {
        private final RightText figure = new RightText(this, "figure-text");

        Room() {
            getChildren().add(figure);
        }

        @Override
        protected double computePrefWidth(double height) {
            return snapSizeX(figure.getLayoutBounds().getWidth());
        }

        @Override
        protected void layoutChildren() {
            figure.standIn(getWidth(), getHeight());
        }
    }

    FigureCell(HotColumn column) {
        this.column = column;
        getStyleClass().add("figure");
        both.setOnShowing(event -> {
            HotRow row = row();
            both.setText(row == null ? "" : selfAndIncrement(row));
        });
    }

    /** Self and Increment together, whichever of them the table counts. */
    private static String selfAndIncrement(HotRow row) {
        return Messages.text("hot.figures.tip", Figures.bytes(row.self()), Figures.bytes(row.increment()));
    }

    @Override
    void begin(@Nullable HotRow newRow) {
        flash.forget();
        setTooltip(newRow == null ? null : both);
        setGraphic(newRow == null ? null : room);
        fresh = true;
    }

    @Override
    void show(HotRow shown) {
        String text = column.text(shown);
        if (!fresh && !text.equals(room.figure.getText())) {
            flash.moved();
        }
        fresh = false;
        room.figure.write(text);
        setAccessibleText(text);
    }
}
