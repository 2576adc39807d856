package org.heapline.views.paused;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A row of a short list of what takes most memory: a name, something beside it, bytes. */
final class AmountCell<T> extends ListCell<T> {
    private final Label name = new Label();
    private final Label beside = new Label();
    private final Label amount = new Label();
    private final HBox all;
    private final Function<T, Row> rows;

    /**
     * What a row shows.
     *
     * @param full all of it, for a tooltip
     */
    record Row(String name, String beside, String amount, String full) {}

    AmountCell(Function<T, Row> rows) {
        this.rows = rows;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        all = new HBox(name, beside, gap, amount);
        all.getStyleClass().add("local");
        name.getStyleClass().add("amount-name");
        name.setMinWidth(0);
        beside.getStyleClass().add("local-type");
        beside.setMinWidth(Region.USE_PREF_SIZE);
        amount.getStyleClass().add("local-size");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Row row = rows.apply(item);
        name.setText(row.name());
        beside.setText(row.beside());
        amount.setText(row.amount());
        setTooltip(new Tooltip(row.full()));
        setGraphic(all);
    }
}
