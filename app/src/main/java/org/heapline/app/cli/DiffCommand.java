package org.heapline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heapline.profile.Comparison;
import org.heapline.profile.format.ReportFormat;
import org.heapline.profile.store.SnapshotFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heapline diff}: two snapshots, line by line. */
@Command(
        name = "diff",
        description = "Compares two saved snapshots line by line: what a change of the program did to its memory.",
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
final class DiffCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "A", description = "The snapshot from before.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The snapshot from after.")
    private Path after = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    DiffCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        output.check();
        ReportFormat format = output.format().report();
        if (format == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "a comparison is no snapshot: choose --format text, json, csv or html");
        }
        Comparison comparison = compare();
        new Reports(output, context.terminal()).write(out -> format.write(comparison, output.precision(), out));
        return ExitCode.DONE;
    }

    private Comparison compare() throws CommandFailure, IOException {
        try {
            return Comparison.of(SnapshotFile.open(before), SnapshotFile.open(after));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.FAILED, Failures.message(e), e);
        }
    }
}
