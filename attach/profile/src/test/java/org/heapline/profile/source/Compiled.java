package org.heapline.profile.source;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Classes compiled, and jars built, while a test runs. */
final class Compiled {
    private Compiled() {}

    /** Compiles source files, given by path and text, into a folder. */
    static Path into(Path classes, Map<String, String> sources) throws IOException {
        Path folder = Files.createTempDirectory(classes.getParent(), "sources");
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(write(folder.resolve(source.getKey()), source.getValue()));
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var manager = javac.getStandardFileManager(null, null, null)) {
            boolean done = javac.getTask(
                            messages,
                            manager,
                            null,
                            List.of("-d", classes.toString(), "-g:source,lines", "-proc:none"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertTrue(done, messages.toString());
        }
        return classes;
    }

    /** Gives class files out of a folder, as a target does. */
    static Function<String, byte[]> from(Path classes) {
        return name -> {
            Path file = classes.resolve(name.replace('.', '/') + ".class");
            try {
                return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Builds a jar of entries, given by name and bytes. */
    static Path jar(Path jar, Map<String, byte[]> entries) throws IOException {
        Files.createDirectories(jar.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
