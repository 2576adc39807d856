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

    /**
     * Gets ready to draw the window without a display. Once in the life of a process.
     *
     * @throws IOException if that is not possible here
     */
    Pictures pictures() throws IOException;

    /** Draws the real window on a session, as PNG files. */
    interface Pictures extends AutoCloseable {
        /** In the light theme. */
        void light(Session session, Path png) throws IOException;

        /** In the dark theme. */
        void dark(Session session, Path png) throws IOException;

        /**
         * All other screens and states that a running session can show.
         *
         * @param before an earlier snapshot of the session in a file, to compare with
         * @param folder gets a file for each
         */
        void album(Session session, Path before, Path folder) throws IOException;

        @Override
        void close();
    }
}
