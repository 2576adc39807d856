package org.heapline.views.source;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.heapline.views.text.Messages;

/** The names of the columns, as wide as the columns. */
final class SourceHeader extends Region {
    private final GutterWidths widths;
    private final Label line = column("line");
    private final Label memory = column("memory");
    private final Label increment = column("increment");
    private final Label occurrences = column("occurrences");
    private final Label contents = new Label(Messages.text("source.column.contents"));

    SourceHeader(GutterWidths widths) {
        this.widths = widths;
        getStyleClass().add("source-header");
        contents.getStyleClass().add("contents");
        getChildren().addAll(line, memory, increment, occurrences, contents);
        widths.totalProperty().addListener((property, was, is) -> requestLayout());
    }

    private static Label column(String key) {
        Label label = new Label(Messages.text("source.column." + key));
        label.setTooltip(new Tooltip(Messages.text("source.column." + key + ".tip")));
        label.getStyleClass().add("figure");
        return label;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double x = place(line, 0, widths.line(), height);
        x = place(memory, x, widths.memory(), height);
        x = place(increment, x, widths.increment(), height);
        x = place(occurrences, x, widths.occurrences(), height);
        place(contents, x, Math.max(0, getWidth() - x), height);
    }

    private static double place(Label label, double x, double width, double height) {
        label.resizeRelocate(x, 0, width, height);
        return x + width;
    }
}
