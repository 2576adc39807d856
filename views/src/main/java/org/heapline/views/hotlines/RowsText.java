package org.heapline.views.hotlines;

import java.util.Collection;
import java.util.Locale;
import java.util.StringJoiner;
import org.heapline.profile.format.Csv;
import org.heapline.views.text.Messages;

/** Rows of the table as text for other programs: aligned for people, or CSV in bytes. */
final class RowsText {
    private RowsText() {}

    /** Columns that are aligned with spaces. */
    static String aligned(Collection<HotRow> rows) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%12s %12s %12s %8s  %s%n",
                Messages.text("hot.column.self"),
                Messages.text("hot.column.increment"),
                Messages.text("hot.column.occurrences"),
                Messages.text("hot.column.share"),
                Messages.text("hot.column.lines")));
        for (HotRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%12.3f %12.3f %12d %7.1f%%  %s  %s%n",
                    row.self() / 1048576.0,
                    row.increment() / 1048576.0,
                    row.occurrences(),
                    row.share() * 100,
                    row.title(),
                    row.detail()));
        }
        return text.toString();
    }

    /** One record a row, exact bytes, separated by commas. */
    static String csv(Collection<HotRow> rows) {
        StringBuilder text = new StringBuilder("name,detail,file,line,self_bytes,increment_bytes,occurrences,share\n");
        for (HotRow row : rows) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            line.add(Csv.cell(row.title()))
                    .add(Csv.cell(row.detail()))
                    .add(Csv.cell(row.target().file()));
            line.add(Integer.toString(row.target().line()));
            line.add(Long.toString(row.self())).add(Long.toString(row.increment()));
            line.add(Long.toString(row.occurrences())).add(String.format(Locale.ROOT, "%.6f", row.share()));
            text.append(line);
        }
        return text.toString();
    }
}
