package org.heapline.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.format.ReportFormat;
import org.heapline.profile.store.AtomicFile;

/** The demo where there is no display: live figures, the line table, and a report, its JSON and a picture as files. */
final class TerminalDemo {
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final int METHODS_SHOWN = 8;

    private final Context context;
    private final Desktop desktop;
    private final Terminal terminal;

    TerminalDemo(Context context, Desktop desktop) {
        this.context = context;
        this.desktop = desktop;
        this.terminal = context.terminal();
    }

    @SuppressWarnings("try") // the demo is left before its report is written; closing again is harmless
    int run(DemoTarget demo) throws IOException, AttachException, SessionException, CommandFailure {
        Path folder = folder();
        try (Session session = context.attacher().attach(demo.pid(), Attacher.Options.defaults())) {
            terminal.say("attached to " + demo.pid() + " (" + session.process().name() + ", JDK "
                    + session.process().jdk() + "); nothing in it was changed or restarted");
            PatternWatch patterns = new PatternWatch(session, List.of(), terminal);
            Recording.Ending ending = new Recording(session, context.interruption())
                    .follow(LENGTH, patterns, LiveLine.always(terminal), null);
            if (context.interruption().requested()) {
                terminal.say("stopped before the report");
                return ExitCode.DONE;
            }
            if (ending == Recording.Ending.TARGET_ENDED) {
                throw new CommandFailure(ExitCode.TARGET, "the demo program ended by itself: start the demo again");
            }
            Snapshot measured = new SessionSources(session, terminal).addTo(session.newest());
            Path picture = folder.resolve("demo.png");
            terminal.say("drawing the main window, without a display");
            draw(session, picture);
            session.close();

            Path html = write(measured, ReportFormat.HTML, folder.resolve("demo.html"));
            Path json = write(measured, ReportFormat.JSON, folder.resolve("demo.json"));
            Reports.print(
                    out -> ReportFormat.TEXT.write(interesting(measured), ReportFormat.DEFAULT_PRECISION, out),
                    terminal);
            terminal.say("report:  " + html);
            terminal.say("JSON:    " + json);
            terminal.say("picture: " + picture + " (the main window with these figures in it)");
            return ExitCode.DONE;
        }
    }

    private void draw(Session session, Path picture) throws IOException {
        try (Desktop.Pictures pictures = desktop.pictures()) {
            pictures.light(session, picture);
        }
    }

    private static Path write(Snapshot measured, ReportFormat format, Path file) throws IOException {
        AtomicFile.write(file, out -> format.write(measured, ReportFormat.DEFAULT_PRECISION, out));
        return file;
    }

    /** {@code heapline-demo} here, or in a temporary folder when nothing can be written here. */
    private Path folder() throws IOException {
        Path here = Path.of("heapline-demo").toAbsolutePath();
        try {
            Files.createDirectories(here);
            if (Files.isWritable(here)) {
                return here;
            }
        } catch (IOException e) {
            terminal.say("cannot write to " + here + " (" + Failures.reason(e) + "); using a temporary folder");
        }
        return Files.createTempDirectory("heapline-demo");
    }

    /** The methods that allocate most themselves, most first: the whole table would not fit a screen. */
    private static Snapshot interesting(Snapshot snapshot) {
        List<MethodStats> most = snapshot.methods().stream()
                .filter(method -> method.lines().stream().anyMatch(LineStats::ran))
                .sorted(Comparator.comparingLong(MethodStats::selfBytes).reversed())
                .limit(METHODS_SHOWN)
                .toList();
        return new Snapshot(
                snapshot.target(),
                snapshot.backend(),
                snapshot.startedAt(),
                snapshot.duration(),
                snapshot.complete(),
                most,
                snapshot.timeline(),
                snapshot.trip(),
                snapshot.problems(),
                snapshot.sources());
    }
}
