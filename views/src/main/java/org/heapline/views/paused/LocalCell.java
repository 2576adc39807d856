package org.heapline.views.paused;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.heapline.profile.Trip.Local;
import org.jspecify.annotations.Nullable;

/** A local: its name, its type, its value. */
final class LocalCell extends ListCell<Local> {
    private static final double WIDEST_TYPE = 150;

    private final Label name = new Label();
    private final Label type = new Label();
    private final Label value = new Label();
    private final HBox all;

    LocalCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        all = new HBox(name, type, gap, value);
        all.getStyleClass().add("local");
        name.getStyleClass().add("local-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        type.getStyleClass().add("local-type");
        type.setMinWidth(Region.USE_PREF_SIZE);
        type.setMaxWidth(WIDEST_TYPE);
        value.getStyleClass().add("local-value");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Local local, boolean empty) {
        super.updateItem(local, empty);
        if (empty || local == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        LocalText text = LocalText.of(local);
        name.setText(local.name());
        type.setText(text.type());
        value.setText(text.value());
        setTooltip(new Tooltip(text.full()));
        setGraphic(all);
    }
}
