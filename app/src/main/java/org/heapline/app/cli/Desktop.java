package org.heapline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.heapline.client.Session;

/** What the command line asks of the window. */
public interface Desktop {
    /** Whether there is a display to open a window on. */
    boolean hasDisplay();

    /**
     * Opens the window and blocks until it is closed.
     *
     * @return the exit code
     * @throws CommandFailure if there is no display; its message says what to do
     */
    int open() throws CommandFailure;

    /** Opens the window attached to a JVM and blocks until it is closed. */
    int openAttachedTo(long pid) throws CommandFailure;

    /** Which picture of the window to take. */
    enum Picture {
        LIGHT,
        DARK
    }

    /**
     * Draws the real window on a session, without a display, as a PNG.
     *
     * @throws IOException if it cannot be drawn or written
     */
    void picture(Session session, Picture picture, Path file) throws IOException;
}
