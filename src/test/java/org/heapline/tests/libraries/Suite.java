package org.heapline.tests.libraries;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The published tests of a library of Apache Commons, all from Maven Central.
 *
 * @param name such as {@code commons-csv}
 * @param tests the folder of the tests' classes and resources
 * @param jars the libraries, what their tests stand on, and JUnit
 */
record Suite(String name, Path tests, List<Path> jars) {
    /** What is profiled: the library, what it stands on of the same house, and the tests themselves. */
    static final String PATTERN = "org.apache.commons.**";

    /** The suites that the build has collected. */
    static List<Suite> found() {
        Path folder = Path.of(System.getProperty("heapline.tests.suites"));
        List<Path> jars = children(folder.resolve("jars"));
        return children(folder.resolve("tests")).stream()
                .map(tests -> new Suite(tests.getFileName().toString(), tests, jars))
                .toList();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its tests are run with, as a class path. */
    String classPath() {
        return Stream.concat(Stream.of(tests), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public String toString() {
        return name;
    }
}
