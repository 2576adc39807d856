package org.heapline.views.session;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file. */
public interface FilePrompt {
    /**
     * A file to write.
     *
     * @param title of the dialog
     * @param name proposed
     * @param extension without the dot
     * @return empty if the user gave up
     */
    Optional<Path> toWrite(String title, String name, String extension);

    /**
     * A file to read.
     *
     * @return empty if the user gave up
     */
    Optional<Path> toRead(String title, String extension);
}
