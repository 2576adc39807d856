package org.heapline.views.hotlines;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.heapline.views.session.Measure;
import org.heapline.views.text.Messages;

/** Chooses which bytes of a line the table counts. */
final class MeasureMenu extends ContextMenu {
    MeasureMenu(HotLinesViewModel model) {
        ToggleGroup group = new ToggleGroup();
        for (Measure measure : Measure.values()) {
            RadioMenuItem item = new RadioMenuItem(
                    Messages.text(measure == Measure.SELF ? "hot.measure.self" : "hot.measure.increment"));
            item.setToggleGroup(group);
            item.setOnAction(event -> model.measureProperty().set(measure));
            getItems().add(item);
        }
        setOnShowing(event -> read(model));
    }

    private void read(HotLinesViewModel model) {
        for (Measure measure : Measure.values()) {
            RadioMenuItem item = (RadioMenuItem) getItems().get(measure.ordinal());
            item.setSelected(model.measureProperty().get() == measure);
            item.setDisable(
                    measure == Measure.INCREMENT && model.segmentProperty().get() != Segment.LINES);
        }
    }
}
