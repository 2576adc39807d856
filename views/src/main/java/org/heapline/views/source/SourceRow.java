package org.heapline.views.source;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.heapline.profile.LineStats;
import org.heapline.views.fx.RightText;
import org.jspecify.annotations.Nullable;

/**
 * One visible row: number, heat bar, code, and its {@link LineFigures}, which lie in a layer above. Rows are reused while
 * scrolling; {@link #show} puts another line in, {@link #figures} only moves what has changed.
 */
final class SourceRow extends Region {
    /** The height of a row with text of the usual size, in pixels. */
    static final double HEIGHT = 22;

    private static final double CODE_INSET = 12;

    private final GutterWidths widths;
    private final Region wash = new Region();
    private final RightText number = new RightText(this, "figure", "line-number");
    private final LineFigures figures;
    private final Label choose = new Label();
    private final Region bar = new Region();
    private final Region heat = new Region();
    private final Region outline = new Region();
    private final Pane code = new Pane();
    private final CodeText text = new CodeText();
    private final Rectangle clip = new Rectangle();
    private final List<Region> marks = new ArrayList<>();
    private final Region underline = new Region();
    private @Nullable Call link;
    private double sideways;

    SourceRow(GutterWidths widths) {
        this.widths = widths;
        figures = new LineFigures(widths);
        getStyleClass().add("source-row");
        wash.getStyleClass().add("gutter-wash");
        bar.getStyleClass().add("heat-bar");
        heat.getStyleClass().add("heat-wash");
        outline.getStyleClass().add("stop-outline");
        outline.setMouseTransparent(true);
        choose.getStyleClass().add("choose-method");
        choose.setVisible(false);
        underline.getStyleClass().add("call-link");
        underline.setManaged(false);
        underline.setVisible(false);
        code.getChildren().addAll(text, underline);
        code.setClip(clip);
        code.setMouseTransparent(true);
        getChildren().addAll(wash, number, choose, bar, heat, code, outline);
        // Each is placed here: a figure that moves must not have the whole list laid out.
        getChildren().forEach(child -> child.setManaged(false));
        text.setManaged(false);
        widths.totalProperty().addListener((property, was, is) -> requestLayout());
    }

    /** Its figures, for the layer. */
    LineFigures figures() {
        return figures;
    }

    /** Puts a line in. */
    void show(SourceLine line) {
        number.write(String.valueOf(line.number()));
        figures.setUserData(line.number());
        text.show(line);
    }

    /** Writes the figures; null leaves them blank. */
    void figures(@Nullable LineStats line, int heatLevel) {
        figures.show(line, heatLevel);
        HeatStyles.heat(this, heatLevel);
    }

    /** Emphasises the column that the heat shows. */
    void heatOf(GutterColumn column) {
        figures.heatOf(column);
    }

    /** Marks a text that was found, at these columns. */
    void found(List<Integer> columns, int length) {
        if (marks.isEmpty() && columns.isEmpty()) {
            return;
        }
        code.getChildren().removeAll(marks);
        marks.clear();
        for (int column : columns) {
            Region mark = new Region();
            mark.getStyleClass().add("found");
            mark.setUserData(new int[] {column, length});
            mark.setManaged(false);
            marks.add(mark);
        }
        code.getChildren().addAll(0, marks);
        requestLayout();
    }

    /** The column of the code at a point, from 0; negative left of it. */
    int column(double x) {
        return (int) Math.floor((x - widths.total() - GutterWidths.BAR - CODE_INSET + sideways) / widths.figure());
    }

    /** Underlines a call that can be followed; null takes the line away. */
    void link(@Nullable Call call) {
        if (call == null ? link == null : call.equals(link)) {
            return;
        }
        link = call;
        underline.setVisible(call != null);
        requestLayout();
    }

    private void placeLink(double height) {
        Call shown = link;
        if (shown != null) {
            underline.resizeRelocate(
                    CODE_INSET - sideways + shown.start() * widths.figure(),
                    height - 4,
                    (shown.end() - shown.start()) * widths.figure(),
                    1);
        }
    }

    private void placeMarks(double height) {
        for (Region mark : marks) {
            int[] at = (int[]) mark.getUserData();
            mark.resizeRelocate(
                    CODE_INSET - sideways + at[0] * widths.figure() - 1, 2, at[1] * widths.figure() + 2, height - 4);
        }
    }

    /** Offers to choose the method whose first line this is; null takes the offer away. */
    void offer(@Nullable String text) {
        choose.setText(text == null ? "" : text);
        choose.setVisible(text != null);
    }

    /** Moves the code to the left by so many pixels. */
    void sideways(double pixels) {
        sideways = pixels;
        requestLayout();
    }

    /** Whether it offers to choose a method, where its figures would be. */
    boolean offers() {
        return choose.isVisible();
    }

    /** Whether a point of the row is left of the code. */
    boolean inGutter(double x) {
        return x < widths.total();
    }

    @Override
    protected double computePrefWidth(double height) {
        return widths.total();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double gutter = widths.total();
        double codeWidth = Math.max(0, getWidth() - gutter - GutterWidths.BAR);
        wash.resizeRelocate(0, 0, gutter, height);
        double x = widths.line();
        number.standIn(x - snappedRightInset(), height);
        choose.resizeRelocate(x, 0, gutter - x, height);
        figures.fit(height);
        x = gutter;
        bar.resizeRelocate(x, 0, GutterWidths.BAR, height);
        x += GutterWidths.BAR;
        heat.resizeRelocate(x, 0, codeWidth, height);
        outline.resizeRelocate(x, 0, codeWidth, height);
        code.resizeRelocate(x, 0, codeWidth, height);
        clip.setWidth(codeWidth);
        clip.setHeight(height);
        placeMarks(height);
        placeLink(height);
        text.figure(widths.figure());
        text.resizeRelocate(CODE_INSET - sideways, 0, codeWidth + sideways, height);
    }
}
