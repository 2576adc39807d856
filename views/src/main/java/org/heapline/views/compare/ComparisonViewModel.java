package org.heapline.views.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineChange;
import org.heapline.profile.TimelineSample;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** The lines of two snapshots, the largest change first. */
public final class ComparisonViewModel {
    private final Comparison comparison;
    private final ObservableList<ComparedLine> lines;
    private final FilteredList<ComparedLine> shown;
    private final BooleanProperty unchangedToo = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");

    public ComparisonViewModel(Comparison comparison) {
        this.comparison = comparison;
        List<ComparedLine> all = comparison.methods().stream()
                .flatMap(method -> method.lines().stream().map(line -> new ComparedLine(method.method(), line)))
                .sorted(Comparator.comparingLong(
                                (ComparedLine line) -> Math.abs(line.change().delta()))
                        .reversed())
                .collect(Collectors.toList());
        lines = FXCollections.observableList(all);
        shown = new FilteredList<>(lines);
        unchangedToo.addListener(changed -> filter());
        query.addListener(changed -> filter());
        filter();
    }

    private void filter() {
        boolean all = unchangedToo.get();
        String wanted = query.get();
        shown.setPredicate(line -> (all || line.change().state() != LineChange.State.SAME) && line.matches(wanted));
    }

    /** The rows: lines that changed, or all. */
    public ObservableList<ComparedLine> shown() {
        return shown;
    }

    /** Whether lines that take the same are shown too. */
    public BooleanProperty unchangedTooProperty() {
        return unchangedToo;
    }

    /** What the rows are searched for: places, methods, code. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The largest change of a line, in bytes, without its sign. */
    long largestChange() {
        // The lines stand in this order.
        return lines.isEmpty() ? 0 : Math.abs(lines.get(0).change().delta());
    }

    /** The timeline of the first snapshot. */
    List<TimelineSample> timelineBefore() {
        return comparison.before().timeline();
    }

    /** The timeline of the second snapshot. */
    List<TimelineSample> timelineAfter() {
        return comparison.after().timeline();
    }

    /** {@code 210 MiB before, 412 MiB after: +202 MiB}. */
    public String totals() {
        long before = comparison.selfBefore();
        long after = comparison.selfAfter();
        return Messages.text("compare.totals", Figures.bytes(before), Figures.bytes(after), signed(after - before));
    }

    /** Bytes with their sign and unit. */
    static String signed(long bytes) {
        return bytes > 0 ? "+" + Figures.bytes(bytes) : Figures.bytes(bytes);
    }
}
