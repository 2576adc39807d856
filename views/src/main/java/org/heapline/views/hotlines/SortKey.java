package org.heapline.views.hotlines;

import java.util.Comparator;

/** What the table is sorted by. */
public enum SortKey {
    TITLE(Comparator.comparing(HotRow::title, String.CASE_INSENSITIVE_ORDER)),
    BYTES(Comparator.comparingLong(HotRow::bytes)),
    OCCURRENCES(Comparator.comparingLong(HotRow::occurrences)),
    EACH(Comparator.comparingDouble(HotRow::each)),
    PER_SECOND(Comparator.comparingDouble(HotRow::perSecond)),
    SHARE(Comparator.comparingDouble(HotRow::share).thenComparingLong(HotRow::increment));

    private final Comparator<HotRow> ascending;

    SortKey(Comparator<HotRow> ascending) {
        this.ascending = ascending;
    }

    /** The order by this key; equal rows are ordered by their names, so that they do not change places. */
    Comparator<HotRow> order(boolean descending) {
        return (descending ? ascending.reversed() : ascending)
                .thenComparing(HotRow::title)
                .thenComparing(HotRow::detail);
    }
}
