package org.heapline.views.hotlines;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.heapline.views.text.Figures;

/** The figures of the table, from left to right. Each can be shown or left out. */
public enum HotColumn {
    BYTES(SortKey.BYTES),
    OCCURRENCES(SortKey.OCCURRENCES),
    EACH(SortKey.EACH),
    PER_SECOND(SortKey.PER_SECOND),
    SHARE(SortKey.SHARE);

    /** What is shown before the user chooses. */
    static final Set<HotColumn> FIRST = EnumSet.of(BYTES, PER_SECOND, SHARE);

    private final SortKey sortKey;

    HotColumn(SortKey sortKey) {
        this.sortKey = sortKey;
    }

    SortKey sortKey() {
        return sortKey;
    }

    /** The key of its texts below {@code hot.column.}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure of a row. */
    String text(HotRow row) {
        return switch (this) {
            case BYTES -> Figures.mib(row.bytes());
            case OCCURRENCES -> row.occurrences() == 0 ? "" : Figures.count(row.occurrences());
            case EACH -> row.occurrences() == 0 ? "" : Figures.bytes(Math.round(row.each()));
            case PER_SECOND -> Figures.mib(Math.round(row.perSecond()));
            case SHARE -> row.share() > 0 && row.share() < 0.01 ? "< 1 %" : Figures.percent(row.share());
        };
    }
}
