package org.heapline.views.picker;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** A row of the tree with its box. */
final class PickCell extends TreeCell<PickNode> {
    private final PickerViewModel model;
    private final CheckBox box = new CheckBox();
    private final Label detail = new Label();
    private final HBox both = new HBox(box, detail);

    PickCell(PickerViewModel model) {
        this.model = model;
        detail.getStyleClass().add("detail");
        both.getStyleClass().add("pick");
        box.setFocusTraversable(false);
        box.setOnAction(event -> toggle());
        model.choiceProperty().addListener((property, was, is) -> refresh());
    }

    /** Ticks the row or takes the tick away. */
    void toggle() {
        PickNode node = getItem();
        if (node != null && model.tick(node).by() == null) {
            model.toggle(node, siblings(getTreeItem()));
        }
        refresh();
    }

    /** The methods beside a method's row, itself included. */
    static List<String> siblings(@Nullable TreeItem<PickNode> item) {
        TreeItem<PickNode> parent = item == null ? null : item.getParent();
        if (parent == null) {
            return List.of();
        }
        return parent.getChildren().stream()
                .map(TreeItem::getValue)
                .filter(PickNode.Method.class::isInstance)
                .map(node -> ((PickNode.Method) node).method())
                .toList();
    }

    private void refresh() {
        PickNode node = getItem();
        if (node == null) {
            return;
        }
        Tick tick = model.tick(node);
        box.setIndeterminate(tick.partly());
        box.setSelected(tick.on());
        box.setDisable(tick.by() != null);
        setTooltip(tick.by() == null ? null : new Tooltip(Messages.text("picker.coveredBy", tick.by())));
    }

    @Override
    protected void updateItem(@Nullable PickNode node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String label = node.label();
        box.setText(label.isEmpty() ? Messages.text("picker.noPackage") : label);
        detail.setText(
                node instanceof PickNode.Package inPackage ? Messages.text("picker.classes", inPackage.classes()) : "");
        refresh();
        setGraphic(both);
    }
}
