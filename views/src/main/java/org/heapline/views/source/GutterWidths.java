package org.heapline.views.source;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * How wide the columns beside the code are, in pixels, and which of them are shown. They grow with their figures and never
 * shrink within a text.
 */
final class GutterWidths {
    /** The heat bar between figures and code. */
    static final double BAR = 4;

    /** The width of one figure of the code font, by its size; JetBrains Mono is 0.6 em wide. */
    static final double FIGURE_EM = 0.6;

    private static final double PADDING = 14;
    private static final double LINE = 6;
    private static final double COLUMN = 10.2;

    /** The code gets so many figures' room before a column is shown beside it. */
    private static final double CODE = 28;

    /** What gives way first where there is no room for all. */
    private static final List<GutterColumn> GIVE_WAY =
            List.of(GutterColumn.MEMORY, GutterColumn.OCCURRENCES, GutterColumn.INCREMENT, GutterColumn.SELF);

    private final ReadOnlyDoubleWrapper total = new ReadOnlyDoubleWrapper();
    private final Map<GutterColumn, Double> columns = new EnumMap<>(GutterColumn.class);
    private final Set<GutterColumn> shown = EnumSet.copyOf(GutterColumn.FIRST);
    private final Set<GutterColumn> wanted = EnumSet.copyOf(GutterColumn.FIRST);
    private GutterColumn kept = GutterColumn.SELF;
    private double room = Double.MAX_VALUE;
    private double figure = 12.5 * FIGURE_EM;
    private double line;
    private int lines;

    GutterWidths() {
        reset(0);
    }

    /** All columns together, without the bar. */
    ReadOnlyDoubleProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    double total() {
        return total.get();
    }

    /** The width of one figure. */
    double figure() {
        return figure;
    }

    double line() {
        return line;
    }

    /** The width of a column; 0 while it is not shown. */
    double of(GutterColumn column) {
        return shown.contains(column) ? columns.getOrDefault(column, 0.0) : 0;
    }

    boolean shows(GutterColumn column) {
        return shown.contains(column);
    }

    /** Shows these columns and no others. */
    void show(Set<GutterColumn> newWanted) {
        wanted.clear();
        wanted.addAll(newWanted);
        sum();
    }

    /** The columns that are asked for, whether there is room for them or not. */
    Set<GutterColumn> wanted() {
        return EnumSet.copyOf(wanted);
    }

    /**
     * Fits the columns beside the code.
     *
     * @param pixels for both
     * @param heat the column that the heat shows, which stays
     */
    void room(double pixels, GutterColumn heat) {
        if (pixels != room || heat != kept) {
            room = pixels;
            kept = heat;
            sum();
        }
    }

    /** Takes another size of the code font, in pixels, and starts afresh. */
    void fontSize(double pixels) {
        figure = pixels * FIGURE_EM;
        reset(lines);
    }

    /** Starts afresh for a text of so many lines. */
    void reset(int count) {
        lines = count;
        line = Math.max(LINE * figure, width(String.valueOf(count)));
        for (GutterColumn column : GutterColumn.values()) {
            columns.put(column, COLUMN * figure);
        }
        sum();
    }

    /** Makes room for a figure. */
    void fit(GutterColumn column, String text) {
        double needed = width(text);
        if (needed > columns.getOrDefault(column, 0.0)) {
            columns.put(column, needed);
            sum();
        }
    }

    private double width(String text) {
        return text.length() * figure + PADDING;
    }

    private void sum() {
        shown.clear();
        shown.addAll(wanted);
        for (GutterColumn column : GIVE_WAY) {
            if (room - all() < CODE * figure && column != kept) {
                shown.remove(column);
            }
        }
        total.set(all());
    }

    private double all() {
        double sum = line;
        for (GutterColumn column : GutterColumn.values()) {
            sum += of(column);
        }
        return sum;
    }
}
