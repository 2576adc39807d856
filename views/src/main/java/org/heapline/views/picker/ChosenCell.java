package org.heapline.views.picker;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A chosen pattern with a button that takes it out. */
final class ChosenCell extends ListCell<String> {
    private final Label text = new Label();
    private final HBox all;

    ChosenCell(Consumer<String> remove) {
        Button out = new Button();
        out.setGraphic(new FontIcon("fth-x"));
        out.getStyleClass().addAll(Styles.BARE, Styles.ICON_ONLY);
        out.setTooltip(new Tooltip(Messages.text("picker.remove")));
        out.setAccessibleText(Messages.text("picker.remove"));
        out.setOnAction(event -> {
            String pattern = getItem();
            if (pattern != null) {
                remove.accept(pattern);
            }
        });
        text.getStyleClass().add("chosen-pattern");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        all = new HBox(text, gap, out);
        all.getStyleClass().add("pick");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String pattern, boolean empty) {
        super.updateItem(pattern, empty);
        if (empty || pattern == null) {
            setGraphic(null);
            return;
        }
        text.setText(pattern);
        setGraphic(all);
    }
}
