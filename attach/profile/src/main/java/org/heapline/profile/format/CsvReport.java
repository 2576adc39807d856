package org.heapline.profile.format;

import java.io.IOException;
import java.io.Writer;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;

/** One row for each line that ran, in bytes. */
final class CsvReport {
    private CsvReport() {}

    static void write(Snapshot snapshot, Writer out) throws IOException {
        SourceIndex sources = new SourceIndex(snapshot.sources());
        row(
                out,
                "class",
                "method",
                "descriptor",
                "file",
                "line",
                "occurrences",
                "incrementBytes",
                "selfBytes",
                "memUsageBytes",
                "text");
        for (MethodStats method : snapshot.methods()) {
            for (LineStats line : method.lines()) {
                if (line.ran()) {
                    row(
                            out,
                            method.className(),
                            method.method(),
                            method.descriptor(),
                            method.file(),
                            line.line(),
                            line.occurrences(),
                            line.incrementBytes(),
                            line.selfBytes(),
                            line.memUsageBytes(),
                            sources.text(method.file(), line.line()));
                }
            }
        }
        out.flush();
    }

    /** One record as RFC 4180 has it, ended by CR LF. */
    static void row(Writer out, Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(Csv.cell(String.valueOf(cells[i])));
        }
        out.write("\r\n");
    }
}
