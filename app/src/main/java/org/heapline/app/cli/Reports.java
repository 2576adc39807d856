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

/** Writes reports where the options want them. A failure to write names the file, the reason and the next step. */
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
        ReportFormat report = output.format().report();
        Path file = output.file();
        if (report != null) {
            write(out -> report.write(snapshot, output.precision(), out));
        } else if (file != null) {
            SnapshotFile.save(snapshot, file);
            terminal.say("written to " + file);
        }
    }

    /** Writes text to the file or the terminal. */
    void write(AtomicFile.Text text) throws IOException {
        Path file = output.file();
        if (file == null) {
            print(text, terminal);
        } else {
            AtomicFile.write(file, text);
            terminal.say("written to " + file);
        }
    }

    /** Prints text as data. */
    static void print(AtomicFile.Text text, Terminal terminal) throws IOException {
        Writer out = new OutputStreamWriter(terminal.data(), StandardCharsets.UTF_8);
        text.writeTo(out);
        out.flush();
    }

    /** Writes a snapshot of the session as it is now. */
    static void save(Session session, Path file) throws IOException {
        SnapshotFile.save(new SessionSources(session).addTo(session.snapshot()), file);
    }
}
