package org.heapline.client.session;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.heapline.client.SourcePlaces;
import org.jspecify.annotations.Nullable;

/** Reads where sources may be from the target's system properties. */
final class SourcePlacesReader {
    private SourcePlacesReader() {}

    static SourcePlaces from(Properties properties) {
        Path workingFolder = path(properties.getProperty("user.dir"), null);
        Set<Path> classPath = new LinkedHashSet<>();
        for (String key : List.of("java.class.path", "jdk.module.path")) {
            for (String entry : properties.getProperty(key, "").split(File.pathSeparator)) {
                Path path = path(entry, workingFolder);
                if (path != null) {
                    classPath.add(path);
                }
            }
        }
        return new SourcePlaces(List.copyOf(classPath), workingFolder, path(properties.getProperty("java.home"), null));
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
