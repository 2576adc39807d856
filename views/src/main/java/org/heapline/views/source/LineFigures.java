package org.heapline.views.source;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.layout.Region;
import org.heapline.profile.LineStats;
import org.heapline.views.fx.RightText;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;

/** The figures beside one line of the text, in their columns. They lie in a {@link FigureLayer}, not in the line's row. */
final class LineFigures extends Region {
    private final GutterWidths widths;
    private final Map<GutterColumn, RightText> figures = new EnumMap<>(GutterColumn.class);

    LineFigures(GutterWidths widths) {
        this.widths = widths;
        getStyleClass().add("line-figures");
        setManaged(false);
        setMouseTransparent(true);
        for (GutterColumn column : GutterColumn.values()) {
            RightText figure = new RightText(this, "figure", column.key());
            figures.put(column, figure);
            getChildren().add(figure);
        }
    }

    /** Writes the figures; null leaves them blank. */
    void show(@Nullable LineStats line, int heat) {
        figures.forEach((column, figure) -> {
            String text = line == null ? "" : column.text(line);
            figure.write(text);
            if (line != null) {
                widths.fit(column, text);
            }
        });
        HeatStyles.heat(this, heat);
    }

    /** Emphasises the column that the heat shows. */
    void heatOf(GutterColumn column) {
        figures.forEach((each, figure) -> figure.pseudoClassStateChanged(Styles.LIVE, each == column));
    }

    /** Fits the figures to a row so high. */
    void fit(double height) {
        resize(widths.total(), height);
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        double x = widths.line();
        for (Map.Entry<GutterColumn, RightText> figure : figures.entrySet()) {
            x += widths.of(figure.getKey());
            figure.getValue().setVisible(widths.shows(figure.getKey()));
            figure.getValue().standIn(x - snappedRightInset(), getHeight());
        }
    }
}
