package org.heapline.profile.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in one line why a file could not be read or written, and what to do. */
final class FileFailure {
    private FileFailure() {}

    static IOException reading(Path file, IOException cause) {
        String reason;
        if (cause instanceof NoSuchFileException) {
            reason = "there is no such file; check the path";
        } else if (cause instanceof AccessDeniedException) {
            reason = "you are not allowed to read it; check its permissions";
        } else if (Files.isDirectory(file)) {
            reason = "it is a folder; name a file in it";
        } else {
            reason = reason(cause);
        }
        return new IOException("Cannot read " + file + ": " + reason, cause);
    }

    static IOException writing(Path file, IOException cause) {
        Path folder = folderOf(file);
        String reason;
        if (!Files.isDirectory(folder)) {
            reason = Files.exists(folder)
                    ? folder + " is not a folder; name another place"
                    : "the folder " + folder + " does not exist; create it first";
        } else if (Files.isDirectory(file)) {
            reason = "it is a folder; name a file in it";
        } else if (cause instanceof AccessDeniedException || isReadOnly(cause)) {
            reason = "the folder " + folder + " is read-only for you; name another place";
        } else if (cause instanceof NoSuchFileException) {
            reason = "no file can be made in " + folder + "; name another place";
        } else if (reason(cause).contains("No space left")) {
            reason = "the disk is full; make room or name another place";
        } else {
            reason = reason(cause);
        }
        String kept = Files.isRegularFile(file) ? " (the file that is there is unchanged)" : "";
        return new IOException("Cannot write " + file + ": " + reason + kept, cause);
    }

    static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static boolean isReadOnly(IOException cause) {
        return reason(cause).contains("Read-only file system");
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null
                ? cause.getClass().getSimpleName()
                : reason.strip().replace('\n', ' ');
    }
}
