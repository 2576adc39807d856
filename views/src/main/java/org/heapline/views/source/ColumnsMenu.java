package org.heapline.views.source;

import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.heapline.views.session.Measure;
import org.heapline.views.text.Messages;

/** The items that choose which columns stand beside the code, and which of them the heat shows. */
final class ColumnsMenu {
    private ColumnsMenu() {}

    /** The items as the view is now. */
    static MenuItem[] items(SourceViewModel model, GutterWidths widths, Consumer<Set<GutterColumn>> show) {
        MenuItem[] items = new MenuItem[GutterColumn.values().length + 1 + Measure.values().length];
        int at = 0;
        for (GutterColumn column : GutterColumn.values()) {
            CheckMenuItem item = new CheckMenuItem(Messages.text("source.column." + column.key()));
            item.setSelected(widths.wanted().contains(column));
            item.setOnAction(event -> show.accept(toggled(widths, column)));
            items[at++] = item;
        }
        items[at++] = new SeparatorMenuItem();
        ToggleGroup group = new ToggleGroup();
        for (Measure measure : Measure.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.text(
                    "source.heat",
                    Messages.text(
                            "source.column." + SourceHeader.column(measure).key())));
            item.setToggleGroup(group);
            item.setSelected(model.measureProperty().getValue() == measure);
            item.setOnAction(event -> model.measure(measure));
            items[at++] = item;
        }
        return items;
    }

    private static Set<GutterColumn> toggled(GutterWidths widths, GutterColumn toggled) {
        Set<GutterColumn> wanted = widths.wanted();
        if (!wanted.remove(toggled)) {
            wanted.add(toggled);
        }
        return wanted;
    }
}
