package org.heapline.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What classes a class path holds, loaded or not, and when the program can no longer be asked which it had loaded. */
final class ClassPathNames {
    private static final String SUFFIX = ".class";

    /** A class path may begin at a folder that holds everything: names are a courtesy, and must not take long. */
    private static final int MOST_FILES = 50_000;

    private static final Pattern NOBODY_WRITES = Pattern.compile(".*\\$\\d.*|(?:.*\\.)?(?:module|package)-info");

    private ClassPathNames() {}

    /**
     * Binary names, in the order of the class path; anonymous classes are left out.
     *
     * @param wanted which ones
     * @param most at most so many
     */
    static List<String> of(List<Path> classPath, Predicate<String> wanted, int most) {
        List<String> names = new ArrayList<>();
        for (Path entry : classPath) {
            if (names.size() < most) {
                try {
                    names.addAll(in(entry, wanted, most - names.size()));
                } catch (IOException | UncheckedIOException e) {
                    continue; // what cannot be read here, the JVM has probably not read either
                }
            }
        }
        return names;
    }

    private static List<String> in(Path entry, Predicate<String> wanted, int most) throws IOException {
        if (Files.isDirectory(entry)) {
            try (Stream<Path> files = Files.walk(entry)) {
                return names(
                        files.limit(MOST_FILES)
                                .map(file -> entry.relativize(file).toString()),
                        wanted,
                        most);
            }
        }
        if (!Files.isRegularFile(entry)) {
            return List.of();
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return names(jar.stream().map(ZipEntry::getName), wanted, most);
        }
    }

    private static List<String> names(Stream<String> files, Predicate<String> wanted, int most) {
        return files.filter(file -> file.endsWith(SUFFIX) && !file.startsWith("META-INF"))
                .map(file -> file.substring(0, file.length() - SUFFIX.length())
                        .replace('\\', '.')
                        .replace('/', '.'))
                .filter(name -> !NOBODY_WRITES.matcher(name).matches())
                .filter(wanted)
                .limit(most)
                .toList();
    }
}
