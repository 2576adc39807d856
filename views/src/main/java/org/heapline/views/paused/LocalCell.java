package org.heapline.views.paused;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.heapline.client.Variable;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** A local, a field or an element: its name, its type, its value, its deep size. */
final class LocalCell extends TreeCell<Variable> {
    private static final double WIDEST_TYPE = 130;
    private static final double SIZE_WIDTH = 78;

    private final Label name = new Label();
    private final Label type = new Label();
    private final Label value = new Label();
    private final Label size = new Label();
    private final HBox all;

    LocalCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        all = new HBox(name, type, gap, value, size);
        all.getStyleClass().add("local");
        name.getStyleClass().add("local-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        type.getStyleClass().add("local-type");
        type.setMaxWidth(WIDEST_TYPE);
        value.getStyleClass().add("local-value");
        value.setMinWidth(0);
        size.getStyleClass().add("local-size");
        size.setMinWidth(SIZE_WIDTH);
        size.setPrefWidth(SIZE_WIDTH);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Variable local, boolean empty) {
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
        size.setText(local.deepBytes() < 0 ? "" : (local.cutOff() ? "≈ " : "") + Figures.bytes(local.deepBytes()));
        setTooltip(new Tooltip(tip(local, text)));
        setGraphic(all);
    }

    private static String tip(Variable local, LocalText text) {
        if (local.deepBytes() < 0) {
            return text.full();
        }
        return text.full() + "\n"
                + Messages.text(
                        local.cutOff() ? "paused.locals.sizes.cutOff" : "paused.locals.sizes",
                        Figures.bytes(local.shallowBytes()),
                        Figures.bytes(local.deepBytes()));
    }
}
