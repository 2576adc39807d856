package org.heapline.profile.format;

import java.io.IOException;
import java.io.Writer;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineChange;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodChange;
import org.heapline.profile.MethodStats;
import org.jspecify.annotations.Nullable;

/** A comparison as CSV: one row for each line that ran in one of the two. */
final class CsvComparison {
    private CsvComparison() {}

    static void write(Comparison comparison, Writer out) throws IOException {
        CsvReport.row(
                out,
                "class",
                "method",
                "descriptor",
                "file",
                "lineBefore",
                "lineAfter",
                "state",
                "occurrencesBefore",
                "occurrencesAfter",
                "incrementBytesBefore",
                "incrementBytesAfter",
                "selfBytesBefore",
                "selfBytesAfter",
                "selfChangeBytes",
                "text");
        for (MethodChange change : comparison.methods()) {
            for (LineChange line : change.lines()) {
                row(change.method(), line, out);
            }
        }
        out.flush();
    }

    private static void row(MethodStats method, LineChange line, Writer out) throws IOException {
        CsvReport.row(
                out,
                method.className(),
                method.method(),
                method.descriptor(),
                method.file(),
                number(line.before()),
                number(line.after()),
                line.state().key(),
                line.occurrencesBefore(),
                line.occurrencesAfter(),
                increment(line.before()),
                increment(line.after()),
                line.selfBefore(),
                line.selfAfter(),
                line.delta(),
                line.text());
    }

    private static String number(@Nullable LineStats line) {
        return line == null ? "" : Integer.toString(line.line());
    }

    private static long increment(@Nullable LineStats line) {
        return line == null ? 0 : line.incrementBytes();
    }
}
