package org.heapline.views.limits;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.heapline.views.session.Triggers.Row;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A limit: its switch, what it limits and does, and what can be done with it. */
final class LimitCell extends ListCell<Row> {
    private final LimitsViewModel model;
    private final ToggleSwitch armed = new ToggleSwitch();
    private final Label name = new Label();
    private final Label size = new Label();
    private final Label actions = new Label();
    private final HBox all;
    private boolean showing;

    LimitCell(LimitsViewModel model) {
        this.model = model;
        name.getStyleClass().addAll(Styles.STRONG, "limit-name");
        size.getStyleClass().addAll("limit-size");
        actions.getStyleClass().addAll(Styles.MUTED, Styles.SMALL, "limit-actions");
        actions.setMinWidth(0);
        armed.setAccessibleText(Messages.text("limits.arm"));
        armed.selectedProperty().addListener((property, was, is) -> switched(is));
        HBox first = new HBox(8, name, size);
        VBox texts = new VBox(1, first, actions);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button edit = button("fth-edit-2", "limits.edit", "limit-edit");
        edit.setOnAction(event -> {
            if (getItem() != null) {
                model.edit(getItem());
            }
        });
        Button remove = button("fth-trash-2", "limits.remove", "limit-remove");
        remove.setOnAction(event -> {
            if (getItem() != null) {
                model.remove(getItem());
            }
        });
        all = new HBox(armed, texts, edit, remove);
        all.getStyleClass().add("limit");
        setPrefWidth(0);
    }

    private static Button button(String icon, String text, String style) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BARE, Styles.ICON_ONLY, style);
        button.setTooltip(new Tooltip(Messages.text(text)));
        button.setAccessibleText(Messages.text(text));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void switched(boolean on) {
        Row row = getItem();
        if (row != null && !showing) {
            model.arm(row, on);
        }
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        showing = true;
        armed.setSelected(row.armed() != null);
        showing = false;
        name.setText(LimitsViewModel.name(row.memory()));
        size.setText(LimitsViewModel.size(row));
        actions.setText(LimitsViewModel.actions(row));
        all.pseudoClassStateChanged(Styles.LIVE, row.armed() != null);
        setGraphic(all);
    }
}
