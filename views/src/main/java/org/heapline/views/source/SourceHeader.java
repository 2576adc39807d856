package org.heapline.views.source;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.heapline.views.session.Measure;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** The names of the columns, as wide as the columns. That of the heat is marked. */
final class SourceHeader extends Region {
    private final GutterWidths widths;
    private final Label line = column("line");
    private final Map<GutterColumn, Label> names = new EnumMap<>(GutterColumn.class);
    private final Label contents = new Label(Messages.text("source.column.contents"));

    SourceHeader(GutterWidths widths) {
        this.widths = widths;
        getStyleClass().add("source-header");
        contents.getStyleClass().add("contents");
        getChildren().add(line);
        for (GutterColumn column : GutterColumn.values()) {
            Label name = column(column.key());
            names.put(column, name);
            getChildren().add(name);
        }
        getChildren().add(contents);
        widths.totalProperty().addListener((property, was, is) -> requestLayout());
    }

    private static Label column(String key) {
        Label label = new Label(Messages.text("source.column." + key));
        label.setTooltip(new Tooltip(Messages.text("source.column." + key + ".tip")));
        label.getStyleClass().add("figure");
        return label;
    }

    /** Marks the column that the heat shows. */
    void heatOf(Measure measure) {
        names.forEach((column, name) -> name.pseudoClassStateChanged(Styles.LIVE, column == column(measure)));
    }

    static GutterColumn column(Measure measure) {
        return measure == Measure.SELF ? GutterColumn.SELF : GutterColumn.INCREMENT;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double x = place(line, 0, widths.line(), height);
        for (Map.Entry<GutterColumn, Label> name : names.entrySet()) {
            name.getValue().setVisible(widths.shows(name.getKey()));
            x = place(name.getValue(), x, widths.of(name.getKey()), height);
        }
        place(contents, x, Math.max(0, getWidth() - x), height);
    }

    private static double place(Label label, double x, double width, double height) {
        label.resizeRelocate(x, 0, width, height);
        return x + width;
    }
}
