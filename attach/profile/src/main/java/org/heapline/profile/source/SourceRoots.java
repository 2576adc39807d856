package org.heapline.profile.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where sources may be.
 *
 * @param userRoots folders and archives that the user named; they come first
 * @param classPath entries of the target's class path
 * @param workingFolder the target's working folder, or null if unknown
 * @param javaHome the target's JDK, or null if unknown
 */
public record SourceRoots(
        List<Path> userRoots,
        List<Path> classPath,
        @Nullable Path workingFolder,
        @Nullable Path javaHome) {
    public SourceRoots {
        userRoots = List.copyOf(userRoots);
        classPath = List.copyOf(classPath);
    }
}
