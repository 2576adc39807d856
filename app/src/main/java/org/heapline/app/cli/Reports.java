package org.heapline.app.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.heapline.client.Session;
import org.heapline.profile.Snapshot;
import org.heapline.profile.format.ReportFormat;
import org.heapline.profile.store.AtomicFile;
import org.heapline.profile.store.SnapshotFile;
import org.jspecify.annotations.Nullable;

/** Writes reports where the options want them. */
final class Reports {
    private final OutputOptions output;
    private final Terminal terminal;

    Reports(OutputOptions output, Terminal terminal) {
        this.output = output;
        this.terminal = terminal;
    }

    /** Where the report goes, or null for the terminal. */
    @Nullable
    Path file() {
        return output.file();
    }

    /** Writes the report to the file or the terminal. */
    void write(Snapshot snapshot) throws IOException {
        Path file = output.file();
        if (file != null) {
            save(snapshot, output.format(), output.precision(), file);
            terminal.say("written to " + file);
            return;
        }
        ReportFormat report = output.format().report();
        if (report != null) {
            print(snapshot, report, output.precision(), terminal);
        }
    }

    /** Prints a report to the terminal's data stream. */
    static void print(Snapshot snapshot, ReportFormat report, int precision, Terminal terminal) throws IOException {
        Writer out = new OutputStreamWriter(terminal.data(), StandardCharsets.UTF_8);
        report.write(snapshot, precision, out);
        out.flush();
    }

    /**
     * Writes a report or a snapshot into a file; an older file survives until the new one is whole.
     *
     * @throws IOException with one line that names the file, the reason and the next step
     */
    static void save(Snapshot snapshot, Format format, int precision, Path file) throws IOException {
        ReportFormat report = format.report();
        if (report == null) {
            SnapshotFile.save(snapshot, file);
        } else {
            AtomicFile.write(file, out -> report.write(snapshot, precision, out));
        }
    }

    /** Writes a snapshot of the session as it is now. */
    static void save(Session session, Path file) throws IOException {
        save(new SessionSources(session).addTo(session.snapshot()), Format.SNAPSHOT, 0, file);
    }
}
