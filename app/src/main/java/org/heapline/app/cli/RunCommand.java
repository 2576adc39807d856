package org.heapline.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.heapline.client.AttachException;
import org.heapline.client.LaunchedTarget;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.local.RunLauncher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heapline run}: starts a program under the profiler. */
@Command(
        name = "run",
        description = {
            "Starts 'java ARGS' under the profiler from its first line, prints the report when it has ended, and ends with"
                    + " its exit code. The program has the terminal to itself.",
            "Example: heapline run --lines 'com.acme.**' -o report.html -- -jar shop.jar"
        },
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
final class RunCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            arity = "1..*",
            paramLabel = "ARGS",
            description = "What follows 'java': options, main class or -jar FILE, arguments. Write -- before it.")
    private List<String> arguments = new ArrayList<>();

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws AttachException, SessionException, CommandFailure, IOException, InterruptedException {
        output.check();
        options.check();
        Terminal terminal = context.terminal();
        options.idle().forEach(terminal::say);
        // Only a keyboard is asked: anything else on stdin is the program's input.
        TripResponse.Commands commands = terminal.typed() ? new PausedCommands(terminal) : TripResponse.none(terminal);
        TripRules rules = options.tripRules();
        try (LaunchedTarget launched = new RunLauncher()
                .launch(arguments, options.attachOptions(), rules == null ? List.of() : rules.limits())) {
            ProfileRun run = new ProfileRun(
                    launched.session(), options, output, context, commands, () -> end(launched.process()));
            try {
                arm(run, launched.session());
                run.follow(null, LiveLine.none(terminal));
            } finally {
                // Its terminal is ours: it must not stay behind when we go. Does nothing if it has ended.
                launched.process().destroy();
            }
            int exit = launched.await();
            run.report(run.measured());
            return run.exit(exit);
        }
    }

    /** Its last words come while it ends. */
    private static boolean end(Process program) {
        program.destroy();
        return true;
    }

    /** A program that has ended by now has not exceeded anything. */
    private static void arm(ProfileRun run, Session session) throws SessionException, CommandFailure {
        try {
            run.arm();
        } catch (SessionException e) {
            if (session.state() != Session.State.LOST) {
                throw e;
            }
        }
    }
}
