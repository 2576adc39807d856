package org.heapline.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The class files of a JDK, which may be another one than this. Opened when the first is asked for. */
final class JdkClasses implements AutoCloseable {
    private final Path javaHome;
    private @Nullable FileSystem image;

    /** @param javaHome the JDK */
    JdkClasses(Path javaHome) {
        this.javaHome = javaHome;
    }

    /**
     * Reads one.
     *
     * @param entry {@code java/util/BitSet.class}
     * @return empty if the JDK has no such class, or is of before modules
     */
    byte[] read(String entry) {
        try {
            FileSystem open = image;
            if (open == null) {
                open = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", javaHome.toString()));
                image = open;
            }
            try (DirectoryStream<Path> modules = Files.newDirectoryStream(open.getPath("/modules"))) {
                for (Path module : modules) {
                    Path file = module.resolve(entry);
                    if (Files.isRegularFile(file)) {
                        return Files.readAllBytes(file);
                    }
                }
            }
        } catch (IOException | ProviderNotFoundException e) {
            // Without the class file the report lacks the text, nothing else.
            return new byte[0];
        }
        return new byte[0];
    }

    /** Closes it until the next one is asked for. */
    @Override
    public void close() {
        FileSystem open = image;
        image = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            return; // It was only read from: nothing is lost.
        }
    }
}
