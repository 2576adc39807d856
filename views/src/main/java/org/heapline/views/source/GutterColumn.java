package org.heapline.views.source;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.heapline.profile.LineStats;
import org.heapline.views.text.Figures;

/** The line table's columns beside the code, from left to right. Each can be shown or left out. */
public enum GutterColumn {
    MEMORY,
    INCREMENT,
    SELF,
    OCCURRENCES;

    /** What is shown before the user chooses: Mem usage needs room that the code needs more. */
    static final Set<GutterColumn> FIRST = EnumSet.of(INCREMENT, SELF, OCCURRENCES);

    /** The key of its texts below {@code source.column.}, and its style class. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure of a line in this column. */
    String text(LineStats line) {
        return switch (this) {
            case MEMORY -> line.memUsageBytes() < 0 ? "" : Figures.mib(line.memUsageBytes());
            case INCREMENT -> Figures.mib(line.incrementBytes());
            case SELF -> Figures.mib(line.selfBytes());
            case OCCURRENCES -> Figures.count(line.occurrences());
        };
    }
}
