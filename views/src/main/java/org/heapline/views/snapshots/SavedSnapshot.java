package org.heapline.views.snapshots;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A saved snapshot as the list shows it.
 *
 * @param file where it is
 * @param name the file's name without its ending
 * @param savedAt when it was written
 * @param bytes size of the file
 */
public record SavedSnapshot(Path file, String name, Instant savedAt, long bytes) {
    /** The ending of snapshot files. */
    public static final String ENDING = ".heapline";
}
