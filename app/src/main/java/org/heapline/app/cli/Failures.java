package org.heapline.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words what the system says in exceptions. */
final class Failures {
    private Failures() {}

    /** The reason of a failure with a file, without the file's name where it is known. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return oneLine(file.getReason());
        }
        return oneLine(String.valueOf(e.getMessage()));
    }

    /** The failure to write to the terminal, or to what stands in its place, in words. */
    static IOException printing(IOException e) {
        return new IOException(
                "cannot write to standard output: " + reason(e) + "; -o FILE writes a report to another place", e);
    }

    /** What to print for an exception nobody translated. */
    static String message(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "failed: " + e.getClass().getSimpleName() : oneLine(message);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
