package org.heapline.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.heapline.client.AttachException;
import org.heapline.client.RunningFramesException;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heapline attach}: profiles a running JVM. */
@Command(
        name = "attach",
        description = {
            "Profiles a running JVM until --duration is over, the target ends, or Ctrl-C; then prints the report.",
            "The target is left as it was found. Ctrl-C ends with 0 once the report is written."
        },
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
final class AttachCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            index = "0",
            paramLabel = "PID",
            converter = Choices.OfPid.class,
            description = "The process id of the JVM; see 'heapline list'.")
    private Long pid = 0L;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Durations.Length.class,
            description = "Stop after this time: 500ms, 10s, 2m, 1h. Default: until the target ends or Ctrl-C.")
    private @Nullable Duration duration;

    @ArgGroup
    private RunningChoice running = new RunningChoice();

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    AttachCommand(Context context) {
        this.context = context;
    }

    @Override
    @SuppressWarnings("try") // the program is left before its report is written; closing again is harmless
    public Integer call() throws AttachException, SessionException, CommandFailure, IOException {
        output.check();
        options.check();
        Terminal terminal = context.terminal();
        options.idle().forEach(terminal::say);
        try (Session session = attach()) {
            ProfileRun run =
                    new ProfileRun(session, options, output, context, new PausedCommands(terminal), () -> false);
            run.arm();
            run.greet();
            RunningChoice.say(session, terminal);
            Recording.Ending ending = run.follow(duration, LiveLine.whenWatched(terminal));
            if (run.nothingMeasured()) {
                throw new CommandFailure(
                        ExitCode.TARGET,
                        pid + " (" + session.process().name() + ") ended before anything was measured; for a short"
                                + " program use 'heapline run'");
            }
            if (ending == Recording.Ending.TARGET_ENDED) {
                terminal.say(pid + " ended; here is what was measured until then");
            }
            // Class files of lines without sources come from the target: look before leaving it.
            Snapshot measured = run.measured();
            session.close();
            run.report(measured);
            return run.exit(ExitCode.DONE);
        }
    }

    private Session attach() throws AttachException, CommandFailure {
        try {
            return context.attacher().attach(pid, options.attachOptions().with(running.running()));
        } catch (RunningFramesException e) {
            throw RunningChoice.unanswered(e);
        }
    }
}
