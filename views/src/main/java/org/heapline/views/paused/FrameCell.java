package org.heapline.views.paused;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.heapline.profile.Trip.Frame;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** A frame, or a run of library frames that opens when it is chosen. */
final class FrameCell extends ListCell<FrameRow> {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    private final Label method = new Label();
    private final Label place = new Label();
    private final HBox both = new HBox(method, place);

    FrameCell() {
        getStyleClass().add("frame-cell");
        both.getStyleClass().add("frame");
        method.getStyleClass().add("frame-method");
        place.getStyleClass().add("frame-place");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FrameRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(OWN, row != null && row.own());
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        Frame frame = row.frame();
        if (frame == null) {
            method.setText(Messages.text("paused.libraries", row.count()));
            place.setText("");
        } else {
            method.setText(FrameRow.name(frame));
            place.setText(place(frame));
        }
        setGraphic(both);
    }

    private static String place(Frame frame) {
        if (frame.line() <= 0) {
            return frame.fileName().isEmpty() ? "" : "\u00b7 " + frame.fileName();
        }
        String place = frame.fileName().isEmpty()
                ? Messages.text("paused.line", String.valueOf(frame.line()))
                : frame.fileName() + ":" + frame.line();
        return "\u00b7 " + place;
    }
}
