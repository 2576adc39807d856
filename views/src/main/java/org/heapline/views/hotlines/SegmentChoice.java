package org.heapline.views.hotlines;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** What a row stands for: all choices side by side, or in a menu where they do not fit. */
final class SegmentChoice extends Region {
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.LINES);
    private final HBox row = new HBox();
    private final MenuButton menu = new MenuButton();

    SegmentChoice() {
        ToggleGroup buttons = new ToggleGroup();
        ToggleGroup items = new ToggleGroup();
        row.getStyleClass().add(Styles.SEGMENTS);
        menu.getStyleClass().add(Styles.SLIM);
        menu.setId("hot-segment-menu");
        for (Segment each : Segment.values()) {
            ToggleButton button = new ToggleButton(Messages.text("hot." + each.key()));
            button.setId("hot-segment-" + each.key());
            button.setUserData(each);
            button.setToggleGroup(buttons);
            button.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(button);
            RadioMenuItem item = new RadioMenuItem(button.getText());
            item.setUserData(each);
            item.setToggleGroup(items);
            item.setOnAction(event -> segment.set(each));
            menu.getItems().add(item);
        }
        buttons.selectedToggleProperty().addListener((property, was, is) -> {
            if (is == null) {
                // One segment is always chosen: clicking it again does not take it away.
                buttons.selectToggle(was);
            } else {
                segment.set((Segment) is.getUserData());
            }
        });
        segment.addListener(changed -> show(buttons, items));
        show(buttons, items);
        getChildren().addAll(row, menu);
        parentProperty().addListener((property, was, is) -> {
            if (is instanceof Region around) {
                around.widthProperty().addListener(changed -> requestLayout());
            }
        });
    }

    /** Whether there is room for all choices beside what else stands in the row. */
    private boolean fits() {
        if (!(getParent() instanceof HBox around) || around.getWidth() <= 0) {
            return true;
        }
        double others = around.getChildren().stream()
                .filter(node -> node != this)
                .mapToDouble(node -> node.minWidth(-1) + around.getSpacing())
                .sum();
        return around.getWidth()
                        - around.getInsets().getLeft()
                        - around.getInsets().getRight()
                        - others
                        + 0.5
                >= row.prefWidth(-1);
    }

    private void show(ToggleGroup buttons, ToggleGroup items) {
        Segment now = segment.get();
        buttons.selectToggle(buttons.getToggles().get(now.ordinal()));
        items.selectToggle(items.getToggles().get(now.ordinal()));
        menu.setText(Messages.text("hot." + now.key()));
    }

    /** The choice. */
    ObjectProperty<Segment> segmentProperty() {
        return segment;
    }

    /** The menu's: with that of all choices the row around them could never become too narrow for them. */
    @Override
    protected double computeMinWidth(double height) {
        return menu.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return (fits() ? row : menu).prefWidth(-1);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(row.prefHeight(-1), menu.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        boolean fits = fits();
        row.setVisible(fits);
        menu.setVisible(!fits);
        layoutInArea(row, 0, 0, getWidth(), getHeight(), 0, HPos.RIGHT, VPos.CENTER);
        layoutInArea(menu, 0, 0, getWidth(), getHeight(), 0, HPos.RIGHT, VPos.CENTER);
    }
}
