package org.heapline.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The command line as the user "nobody", which only root can start, from copies of the classes that all may read. */
public final class OtherUser implements AutoCloseable {
    private static final List<String> NEEDED =
            List.of("heapline", "app", "client", "profile", "protocol", "picocli", "jackson-core", "byte-buddy-agent");

    private final Path folder;
    private final List<String> copies = new ArrayList<>();

    private OtherUser() throws IOException {
        folder = Files.createTempDirectory("heapline-other-user");
        readable(folder);
        for (String entry : HeaplineCli.classPath().split(File.pathSeparator)) {
            if (NEEDED.stream().anyMatch(entry::contains)) {
                Path copy = folder.resolve(Integer.toString(copies.size()));
                copy(Path.of(entry), copy);
                copies.add(copy.toString());
            }
        }
    }

    /** Whether these tests may act as somebody else. */
    public static boolean possible() {
        return "root".equals(System.getProperty("user.name"));
    }

    public static OtherUser nobody() {
        try {
            return new OtherUser();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HeaplineCli start(String... arguments) {
        return HeaplineCli.start(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                Jdks.running(),
                String.join(File.pathSeparator, copies),
                List.of(arguments));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (file.equals(from)) {
                    target = to;
                }
                Files.copy(file, target);
                readable(target);
            }
        }
    }

    private static void readable(Path path) throws IOException {
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
