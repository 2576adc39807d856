package org.heapline.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.MaxMem;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Snapshot;
import org.heapline.profile.store.SnapshotFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heapline pictures}: the pictures of the README, from the real window on the running demo. */
@Command(
        name = "pictures",
        hidden = true,
        description = "Draws the pictures of the README: the real window on the running demo.",
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
final class PicturesCommand implements Callable<Integer> {
    /** So that the stopped thread can be stepped and handed over; quiet, for the demo's first word tells that it runs. */
    private static final String DEBUGGER =
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0";

    private static final Duration FIRST = Duration.ofSeconds(8);
    private static final Duration WARM_UP = Duration.ofSeconds(14);
    private static final Duration UNTIL_TRIP = Duration.ofSeconds(60);
    private static final long MEBIBYTE = 1 << 20;

    private final Context context;
    private final Desktop desktop;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where to write light.png, dark.png and paused.png.")
    private Path folder = Path.of("");

    @Option(names = "--all", description = "Every other screen and state too: empty, error, comparing, German, 200 %%.")
    private boolean all;

    PicturesCommand(Context context, Desktop desktop) {
        this.context = context;
        this.desktop = desktop;
    }

    @Override
    public Integer call() throws IOException, AttachException, SessionException, CommandFailure {
        Files.createDirectories(folder);
        try (DemoTarget demo = DemoTarget.start(DEBUGGER);
                Session session = context.attacher().attach(demo.pid(), Attacher.Options.defaults());
                Desktop.Pictures pictures = desktop.pictures()) {
            Terminal terminal = context.terminal();
            new Recording(session, context.interruption())
                    .follow(FIRST, new PatternWatch(session, List.of(), terminal), LiveLine.always(terminal), null);
            Snapshot before = session.lineHistory().into(session::snapshot);
            new Recording(session, context.interruption())
                    .follow(WARM_UP, new PatternWatch(session, List.of(), terminal), LiveLine.always(terminal), null);
            pictures.light(session, folder.resolve("light.png"));
            pictures.dark(session, folder.resolve("dark.png"));
            if (all) {
                Path earlier = Files.createTempDirectory("heapline-pictures").resolve("demo before.heapline");
                SnapshotFile.save(new SessionSources(session, terminal).addTo(before), earlier);
                pictures.album(session, earlier, folder);
                Files.delete(earlier);
            }
            pause(session);
            pictures.light(session, folder.resolve("paused.png"));
            if (all) {
                pictures.dark(session, folder.resolve("paused-dark.png"));
            }
            terminal.say("pictures written to " + folder.toAbsolutePath());
            return ExitCode.DONE;
        }
    }

    /** Lets MAXMEM stop the demo a little above what it holds now. */
    private void pause(Session session) throws SessionException, CommandFailure {
        session.collect();
        session.refresh();
        long limit = (session.latest().heapUsed() / MEBIBYTE + 24) * MEBIBYTE;
        session.maxMem().arm(new MaxMem.Limit(limit, MaxMem.Memory.HEAP, MaxMem.Action.AUTO));
        long deadline = System.nanoTime() + UNTIL_TRIP.toNanos();
        while (session.maxMem().paused() == null) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(ExitCode.FAILED, "the demo did not run into MAXMEM within a minute");
            }
            session.refresh();
        }
    }
}
