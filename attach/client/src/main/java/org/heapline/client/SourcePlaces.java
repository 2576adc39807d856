package org.heapline.client;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a target tells about where its sources may be.
 *
 * @param classPath entries of its class path, made absolute
 * @param workingFolder its working folder, or null if it cannot be read
 * @param javaHome its JDK, or null if it cannot be read
 */
public record SourcePlaces(
        List<Path> classPath,
        @Nullable Path workingFolder,
        @Nullable Path javaHome) {
    public SourcePlaces {
        classPath = List.copyOf(classPath);
    }
}
