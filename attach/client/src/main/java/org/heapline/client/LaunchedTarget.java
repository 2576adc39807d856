package org.heapline.client;

/**
 * A program that was started under the profiler. Its session is there from the first moment; it is
 * {@linkplain Session.State#SILENT silent} until the target answers.
 */
public interface LaunchedTarget extends AutoCloseable {
    /** The process, with this program's own standard streams. */
    Process process();

    /** Its session. When the program ends, the session is lost, and holds every count up to the very end. */
    Session session();

    /**
     * Waits for the end of the program, then until the session holds its last counts.
     *
     * @return the program's exit code
     */
    int await() throws InterruptedException;

    /** Closes the session and removes what was put on disk for it. The program goes on if it still runs. */
    @Override
    void close();
}
