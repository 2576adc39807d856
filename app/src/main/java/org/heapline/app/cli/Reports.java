package org.heapline.app.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.profile.format.ReportFormat;
import org.heapline.profile.store.AtomicFile;
import org.heapline.profile.store.SnapshotFile;
import org.jspecify.annotations.Nullable;

/** Writes reports where the options want them. A failure to write names the file, the reason and the next step. */
final class Reports {
    private static final int MOST_PROBLEMS = 10;

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

    /**
     * Writes the report to the file or the terminal.
     *
     * @param said problems of it that the user was told about
     */
    void write(Snapshot snapshot, Set<Problem> said) throws IOException {
        ReportFormat report = output.format().report();
        Path file = output.file();
        if (report != null) {
            write(out -> report.write(snapshot, output.precision(), out));
            if (report == ReportFormat.TEXT || report == ReportFormat.CSV) {
                sayProblems(snapshot.problems().stream()
                        .filter(each -> !said.contains(each))
                        .toList());
            }
        } else if (file != null) {
            SnapshotFile.save(snapshot, file);
            terminal.say("written to " + file);
        }
    }

    /** Says what tables have no room for. */
    private void sayProblems(List<Problem> problems) {
        problems.stream().limit(MOST_PROBLEMS).forEach(each -> terminal.say(each.what() + ": " + each.why()));
        if (problems.size() > MOST_PROBLEMS) {
            terminal.say("and " + (problems.size() - MOST_PROBLEMS)
                    + " more that could not be profiled; --format json or html lists all");
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
        try {
            text.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw Failures.printing(e);
        }
    }

    /** Writes a snapshot of the session as it is now. */
    void save(Session session, Path file) throws IOException {
        SnapshotFile.save(new SessionSources(session, terminal).addTo(newest(session)), file);
    }

    /** All that the session has measured until now; or until a moment ago, and says why, if it does not answer. */
    Snapshot newest(Session session) {
        try {
            return session.newest();
        } catch (SessionException e) {
            terminal.say("what is written shows the last figures, not the newest: " + Failures.message(e));
            return session.lineHistory().into(session::snapshot);
        }
    }
}
