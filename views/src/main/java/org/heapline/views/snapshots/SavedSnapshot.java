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
 * @param note what the user wrote about it; empty if nothing
 */
public record SavedSnapshot(Path file, String name, Instant savedAt, long bytes, String note) {
    /** The ending of snapshot files. */
    public static final String ENDING = ".heapline";

    /** The ending of the file beside it that holds the note. */
    static final String NOTE_ENDING = ".note.txt";

    /** The file that holds the note of a snapshot. */
    static Path noteOf(Path file) {
        return file.resolveSibling(file.getFileName() + NOTE_ENDING);
    }
}
