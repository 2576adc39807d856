package org.heapline.profile.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineChange;
import org.heapline.profile.MemorySize;
import org.heapline.profile.MethodChange;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;

/** A comparison as a table: a block a method, the lines that changed. */
final class TextComparison {
    private static final double MIB = 1 << 20;
    private static final String ROW = "%6s  %-6s %16s %16s %16s  %12s %12s   %s\n";
    private static final String HEADER = String.format(
            ROW,
            "Line #",
            "State",
            "Self before",
            "Self after",
            "Change",
            "Occ. before",
            "Occ. after",
            "Line Contents");

    private TextComparison() {}

    static void write(Comparison comparison, int precision, Writer out) throws IOException {
        out.write("Before: " + title(comparison.before(), comparison.selfBefore()) + "\n");
        out.write("After:  " + title(comparison.after(), comparison.selfAfter()) + "\n");
        out.write("Change: " + signed(comparison.selfAfter() - comparison.selfBefore(), precision) + "\n\n");
        boolean changed = false;
        for (MethodChange method : comparison.methods()) {
            if (method.changed()) {
                block(method, precision, out);
                changed = true;
            }
        }
        if (!changed) {
            out.write("No line changed.\n");
        }
        out.flush();
    }

    private static String title(Snapshot snapshot, long self) {
        return snapshot.target().name() + ", " + snapshot.startedAt() + ", "
                + snapshot.duration().toMillis() / 1000.0 + " s, Self " + MemorySize.format(self);
    }

    private static void block(MethodChange change, int precision, Writer out) throws IOException {
        MethodStats method = change.method();
        out.write("Filename: " + (method.file().isEmpty() ? method.className() : method.file()) + "\n");
        out.write("Method:   " + method.className() + "." + method.method() + " " + signed(change.delta(), precision)
                + "\n\n");
        out.write(HEADER);
        out.write("=".repeat(HEADER.length() - 1) + "\n");
        for (LineChange line : change.lines()) {
            if (line.state() != LineChange.State.SAME) {
                out.write(String.format(
                        Locale.ROOT,
                        ROW,
                        line.line(),
                        line.state().key(),
                        line.before() == null ? "" : mib(line.selfBefore(), precision),
                        line.after() == null ? "" : mib(line.selfAfter(), precision),
                        signed(line.delta(), precision),
                        line.before() == null ? "" : line.occurrencesBefore(),
                        line.after() == null ? "" : line.occurrencesAfter(),
                        line.text()));
            }
        }
        out.write("\n\n");
    }

    private static String mib(long bytes, int precision) {
        return String.format(Locale.ROOT, "%." + precision + "f MiB", bytes / MIB);
    }

    private static String signed(long bytes, int precision) {
        return String.format(Locale.ROOT, "%+." + precision + "f MiB", bytes / MIB);
    }
}
