package org.heapline.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.heapline.client.AttachException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code heapline}: without a command it opens the desktop window. */
@Command(
        name = "heapline",
        description = {
            "memory_profiler for the JVM: shows line by line what a running program allocates, in exact bytes.",
            "Without a command it opens the desktop window."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 target refused or vanished,",
            "4 MAXMEM tripped with --on-max-mem exit. Messages go to stderr, data to stdout, both in UTF-8."
        },
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
public final class HeaplineCommand implements Callable<Integer> {
    private final Desktop desktop;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace when something fails.")
    private boolean verbose;

    private HeaplineCommand(Desktop desktop) {
        this.desktop = desktop;
    }

    /** The command line with all its commands. */
    public static CommandLine commandLine(Context context, Desktop desktop) {
        HeaplineCommand root = new HeaplineCommand(desktop);
        CommandLine run = new CommandLine(new RunCommand(context));
        CommandLine commandLine = new CommandLine(root)
                .addSubcommand(new DemoCommand(context, desktop))
                .addSubcommand(new ListCommand(context))
                .addSubcommand(new AttachCommand(context))
                .addSubcommand(run)
                .addSubcommand(new ReportCommand(context))
                .addSubcommand(new DiffCommand(context))
                .addSubcommand(new PicturesCommand(context, desktop));
        commandLine
                .setOut(new PrintWriter(
                        new OutputStreamWriter(context.terminal().data(), StandardCharsets.UTF_8), true))
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(usage(context.terminal()))
                .setExecutionExceptionHandler(root.failure(context.terminal()));
        // What follows the first word that is no option is the program's own.
        run.setStopAtPositional(true);
        return commandLine;
    }

    @Override
    public Integer call() throws CommandFailure {
        return desktop.open();
    }

    private static IParameterExceptionHandler usage(Terminal terminal) {
        return (ParameterException e, String[] args) -> {
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            String hint = e instanceof UnmatchedArgumentException && name.endsWith(" run")
                    ? "; write -- before what follows 'java'"
                    : "";
            terminal.say(Failures.message(e) + hint + " (see '" + name + " --help')");
            return ExitCode.USAGE;
        };
    }

    private IExecutionExceptionHandler failure(Terminal terminal) {
        return (Exception e, CommandLine command, ParseResult parsed) -> {
            terminal.say(Failures.message(e));
            if (verbose) {
                e.printStackTrace(terminal.messages());
            }
            if (e instanceof CommandFailure failure) {
                return failure.exitCode();
            }
            return e instanceof AttachException ? ExitCode.TARGET : ExitCode.FAILED;
        };
    }

    /** Says which Heapline this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HeaplineCommand.class.getPackage().getImplementationVersion();
            return new String[] {"heapline " + (version == null ? "(built from sources)" : version)};
        }
    }
}
