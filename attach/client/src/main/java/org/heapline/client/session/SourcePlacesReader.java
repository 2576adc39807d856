package org.heapline.client.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.heapline.client.SourcePlaces;
import org.jspecify.annotations.Nullable;

/** Reads where sources may be from the target's system properties. */
final class SourcePlacesReader {
    private SourcePlacesReader() {}

    static SourcePlaces from(Properties properties) {
        Path workingFolder = path(properties.getProperty("user.dir"), null);
        Set<Path> classPath = new LinkedHashSet<>(paths(properties, "java.class.path", workingFolder));
        for (Path entry : paths(properties, "jdk.module.path", workingFolder)) {
            classPath.addAll(modules(entry));
        }
        return new SourcePlaces(List.copyOf(classPath), workingFolder, path(properties.getProperty("java.home"), null));
    }

    private static List<Path> paths(Properties properties, String key, @Nullable Path base) {
        List<Path> paths = new ArrayList<>();
        for (String entry : properties.getProperty(key, "").split(File.pathSeparator)) {
            Path path = path(entry, base);
            if (path != null) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** An entry of a module path is a module, or a folder of modules. */
    private static List<Path> modules(Path entry) {
        if (!Files.isDirectory(entry) || Files.exists(entry.resolve("module-info.class"))) {
            return List.of(entry);
        }
        try (Stream<Path> inside = Files.list(entry)) {
            return inside.filter(
                            each -> Files.isDirectory(each) || each.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(entry); // a folder that may not be listed holds no source for us
        }
    }

    private static @Nullable Path path(@Nullable String text, @Nullable Path base) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Path path = Path.of(text);
            return (base == null ? path : base.resolve(path)).normalize();
        } catch (InvalidPathException e) {
            return null; // a class path may hold anything; what is no path holds no source
        }
    }
}
