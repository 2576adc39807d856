package org.heapline.views.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The editors that can be asked to open a file at a line, through the commands that they bring. */
public enum Editor {
    INTELLIJ("IntelliJ IDEA", "idea", "Tools > Create Command-line Launcher") {
        @Override
        List<String> command(Path file, int line) {
            return List.of("idea", "--line", Integer.toString(line), file.toString());
        }
    },
    VS_CODE("Visual Studio Code", "code", "Shell Command: Install 'code' command in PATH") {
        @Override
        List<String> command(Path file, int line) {
            return List.of("code", "--goto", file + ":" + line);
        }
    },
    ECLIPSE("Eclipse", "eclipse", "put the folder of the eclipse program on the PATH") {
        @Override
        List<String> command(Path file, int line) {
            return List.of("eclipse", "--launcher.openFile", file + ":" + line);
        }
    };

    private final String title;
    private final String program;
    private final String howTo;

    Editor(String title, String program, String howTo) {
        this.title = title;
        this.program = program;
        this.howTo = howTo;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    abstract List<String> command(Path file, int line);

    /**
     * Opens a text at a line. What is in no file of its own (an entry of an archive, decompiled text) is written to a
     * temporary file first. Blocks shortly.
     *
     * @param line from 1
     * @throws IOException with one line that says why not and what to do
     */
    public void open(SourceText text, String fileName, int line) throws IOException {
        Path file = fileOf(text, fileName);
        try {
            new ProcessBuilder(command(file, line))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    title + " cannot be started: there is no command \"" + program + "\" on the PATH; in " + title
                            + ": " + howTo,
                    e);
        }
    }

    private static Path fileOf(SourceText text, String fileName) throws IOException {
        try {
            Path file = Path.of(text.place());
            if (!text.decompiled() && Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // An entry of an archive is no path.
            return copy(text, fileName);
        }
        return copy(text, fileName);
    }

    private static Path copy(SourceText text, String fileName) throws IOException {
        Path copy = Files.createTempDirectory("heapline-source").resolve(fileName);
        Files.write(copy, text.lines().stream().map(SourceLine::text).toList());
        copy.toFile().deleteOnExit();
        return copy;
    }
}
