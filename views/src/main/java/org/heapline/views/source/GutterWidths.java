package org.heapline.views.source;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** How wide the columns beside the code are, in pixels. They grow with their figures and never shrink within a text. */
final class GutterWidths {
    /** The heat bar between figures and code. */
    static final double BAR = 4;

    /** One figure of the code font; JetBrains Mono is 0.6 em wide. */
    static final double FIGURE = 7.5;

    private static final double PADDING = 14;
    private static final double LINE = 48;
    private static final double MEMORY = 84;
    private static final double OCCURRENCES = 80;

    private final ReadOnlyDoubleWrapper total = new ReadOnlyDoubleWrapper();
    private double line = LINE;
    private double memory = MEMORY;
    private double increment = MEMORY;
    private double occurrences = OCCURRENCES;

    GutterWidths() {
        sum();
    }

    /** All columns together, without the bar. */
    ReadOnlyDoubleProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    double total() {
        return total.get();
    }

    double line() {
        return line;
    }

    double memory() {
        return memory;
    }

    double increment() {
        return increment;
    }

    double occurrences() {
        return occurrences;
    }

    /** Starts afresh for a text of so many lines. */
    void reset(int lines) {
        line = Math.max(LINE, width(String.valueOf(lines)));
        memory = MEMORY;
        increment = MEMORY;
        occurrences = OCCURRENCES;
        sum();
    }

    /** Makes room for these figures. */
    void fit(String memoryText, String incrementText, String occurrencesText) {
        memory = Math.max(memory, width(memoryText));
        increment = Math.max(increment, width(incrementText));
        occurrences = Math.max(occurrences, width(occurrencesText));
        sum();
    }

    private static double width(String text) {
        return text.length() * FIGURE + PADDING;
    }

    private void sum() {
        total.set(line + memory + increment + occurrences);
    }
}
