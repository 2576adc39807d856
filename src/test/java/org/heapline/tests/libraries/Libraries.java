package org.heapline.tests.libraries;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Jars whose classes are to survive.
 *
 * @param jars all from Maven Central
 */
record Libraries(List<Path> jars) {
    /** What the tests have on their own class path anyway; enough for every build. */
    private static final List<String> SOME = List.of("jackson-", "picocli-");

    /** The many that the profile "libraries" collects, or else the few that are there anyway. */
    static Libraries found() {
        String folder = System.getProperty("heapline.tests.libraries", "");
        if (folder.isEmpty()) {
            return new Libraries(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(path -> isSome(path.getFileName().toString()))
                    .toList());
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return new Libraries(files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSome(String name) {
        return name.endsWith(".jar")
                && !name.contains("sources")
                && SOME.stream().anyMatch(name::startsWith);
    }

    /** As a class path. */
    String path() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Patterns that all classes match: the first two parts of their packages. */
    List<String> patterns() {
        TreeSet<String> patterns = new TreeSet<>();
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
                        .map(name -> name.split("/"))
                        .filter(parts -> parts.length > 1)
                        .forEach(parts ->
                                patterns.add(parts.length == 2 ? parts[0] + ".*" : parts[0] + "." + parts[1] + ".**"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(patterns);
    }
}
