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

/** The class files of a JDK, which may be another one than this. */
final class JdkClasses {
    private JdkClasses() {}

    /**
     * Reads one.
     *
     * @param javaHome the JDK
     * @param entry {@code java/util/BitSet.class}
     * @return empty if the JDK has no such class, or is of before modules
     */
    static byte[] read(Path javaHome, String entry) {
        try (FileSystem image =
                        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", javaHome.toString()));
                DirectoryStream<Path> modules = Files.newDirectoryStream(image.getPath("/modules"))) {
            for (Path module : modules) {
                Path file = module.resolve(entry);
                if (Files.isRegularFile(file)) {
                    return Files.readAllBytes(file);
                }
            }
        } catch (IOException | ProviderNotFoundException e) {
            // Without the class file the report lacks the text, nothing else.
            return new byte[0];
        }
        return new byte[0];
    }
}
