package org.heapline.views.hotlines;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.heapline.views.session.Measure;
import org.heapline.views.text.Messages;

/** What can be done with the table: which bytes it counts, which columns it has, copying. */
final class HotMenu extends ContextMenu {
    private final HotLinesViewModel model;
    private final ToggleGroup measures = new ToggleGroup();

    /**
     * @param shown the columns that are shown
     * @param show shows other ones
     * @param copy puts all rows on the clipboard, as CSV if it is told so
     */
    HotMenu(HotLinesViewModel model, Set<HotColumn> shown, Consumer<Set<HotColumn>> show, Consumer<Boolean> copy) {
        this.model = model;
        for (Measure measure : Measure.values()) {
            RadioMenuItem item = new RadioMenuItem(
                    Messages.text(measure == Measure.SELF ? "hot.measure.self" : "hot.measure.increment"));
            item.setToggleGroup(measures);
            item.setUserData(measure);
            item.setOnAction(event -> model.measureProperty().set(measure));
            getItems().add(item);
        }
        getItems().add(new SeparatorMenuItem());
        for (HotColumn column : HotColumn.values()) {
            CheckMenuItem item = new CheckMenuItem(Messages.text("hot.column." + column.key() + ".menu"));
            item.setSelected(shown.contains(column));
            item.setOnAction(event -> {
                Set<HotColumn> wanted = EnumSet.noneOf(HotColumn.class);
                wanted.addAll(shown);
                if (item.isSelected()) {
                    wanted.add(column);
                } else {
                    wanted.remove(column);
                }
                show.accept(wanted);
            });
            getItems().add(item);
        }
        MenuItem text = new MenuItem(Messages.text("hot.copy.text"));
        text.setOnAction(event -> copy.accept(false));
        MenuItem csv = new MenuItem(Messages.text("hot.copy.csv"));
        csv.setOnAction(event -> copy.accept(true));
        getItems().addAll(new SeparatorMenuItem(), text, csv);
        setOnShowing(event -> read());
    }

    private void read() {
        measures.getToggles().forEach(toggle -> {
            RadioMenuItem item = (RadioMenuItem) toggle;
            item.setSelected(item.getUserData() == model.measureProperty().get());
            item.setDisable(item.getUserData() == Measure.INCREMENT
                    && model.segmentProperty().get() != Segment.LINES);
        });
    }
}
