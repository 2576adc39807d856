package org.heapline.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the tests put what they make, below the module's build folder. */
public final class TestFolder {
    private static final Path ROOT = Path.of(System.getProperty("heapline.tests.folder", "target/it"))
            .toAbsolutePath()
            .normalize();

    private TestFolder() {}

    /** A folder of that name below the root, emptied. */
    public static Path fresh(String name) {
        Path folder = ROOT.resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of that name below the root, with whatever is in it. */
    public static Path shared(String name) {
        try {
            return Files.createDirectories(ROOT.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
