package org.heapline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.heapline.profile.store.SnapshotFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heapline report}: a saved snapshot again, in any format. */
@Command(
        name = "report",
        description = "Writes the report of a saved snapshot again, in any format.",
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
final class ReportCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A snapshot: what -o FILE.heapline or the window wrote.")
    private Path file = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    ReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        output.check();
        new Reports(output, context.terminal()).write(SnapshotFile.open(file), Set.of());
        return ExitCode.DONE;
    }
}
