package org.heapline.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report goes and in which form. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "text|json|csv|html|snapshot",
            converter = Choices.OfFormat.class,
            description = {
                "The form of the report; text is memory_profiler's table, snapshot a file for 'report' and 'diff'.",
                "Default: what the name after -o ends with (.json, .csv, .html, .heapline), else text."
            })
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write the report there, not to the terminal. An older file survives until the new one is whole.")
    private @Nullable Path file;

    @Option(
            names = "--precision",
            paramLabel = "N",
            defaultValue = "3",
            converter = Choices.OfPrecision.class,
            description = "Decimals in the text report, 0 to 9. Default: ${DEFAULT-VALUE}.")
    private int precision = 3;

    @Nullable
    Path file() {
        return file;
    }

    int precision() {
        return precision;
    }

    Format format() {
        if (format != null) {
            return format;
        }
        return file == null ? Format.TEXT : Format.of(file);
    }

    /**
     * Finds out before the work begins whether the report can be written when it ends.
     *
     * @throws CommandFailure naming the file and the reason
     */
    void check() throws CommandFailure {
        if (file == null) {
            if (format() == Format.SNAPSHOT) {
                throw new CommandFailure(
                        ExitCode.USAGE, "a snapshot is not for reading: say where to write it with -o FILE.heapline");
            }
            return;
        }
        if (Files.isDirectory(file)) {
            throw cannotWrite("it is a folder; name a file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return; // a pipe or /dev/stdout: there is nothing to put in its place
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw cannotWrite("there is no folder " + folder + "; create it or choose another place");
        }
        if (!Files.isWritable(folder)) {
            throw cannotWrite("the folder " + folder + " is read-only; choose another place");
        }
    }

    private CommandFailure cannotWrite(String why) {
        return new CommandFailure(ExitCode.FAILED, "cannot write " + file + ": " + why);
    }
}
