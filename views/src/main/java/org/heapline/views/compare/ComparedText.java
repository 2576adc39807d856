package org.heapline.views.compare;

import java.util.Collection;
import java.util.Locale;
import org.heapline.profile.format.Csv;
import org.heapline.views.text.Messages;

/** Rows of a comparison as text for other programs: aligned for people, or CSV in bytes. */
final class ComparedText {
    private static final double MIB = 1 << 20;

    private ComparedText() {}

    /** Columns that are aligned with spaces, in MiB. */
    static String aligned(Collection<ComparedLine> rows) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%16s %16s %16s %12s  %s%n",
                Messages.text("compare.before"),
                Messages.text("compare.after"),
                Messages.text("compare.change"),
                Messages.text("compare.occurrences"),
                Messages.text("compare.line")));
        for (ComparedLine row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%16.3f %16.3f %+16.3f %+12d  %s  %s%n",
                    row.change().selfBefore() / MIB,
                    row.change().selfAfter() / MIB,
                    row.change().delta() / MIB,
                    row.occurrences(),
                    row.place(),
                    row.where()));
        }
        return text.toString();
    }

    /** One record a row, exact bytes, separated by commas. */
    static String csv(Collection<ComparedLine> rows) {
        StringBuilder text = new StringBuilder(
                "class,method,file,line,state,self_before_bytes,self_after_bytes,change_bytes,occurrences_change\n");
        for (ComparedLine row : rows) {
            text.append(String.join(
                            ",",
                            Csv.cell(row.method().className()),
                            Csv.cell(row.method().method()),
                            Csv.cell(row.method().file()),
                            Integer.toString(row.change().line()),
                            row.change().state().key(),
                            Long.toString(row.change().selfBefore()),
                            Long.toString(row.change().selfAfter()),
                            Long.toString(row.change().delta()),
                            Long.toString(row.occurrences())))
                    .append('\n');
        }
        return text.toString();
    }
}
