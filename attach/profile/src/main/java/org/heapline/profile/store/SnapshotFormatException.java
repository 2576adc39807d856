package org.heapline.profile.store;

import java.io.IOException;

/** A file that is no snapshot, or not a whole one. The message is one line: which file, what is wrong, and where. */
public final class SnapshotFormatException extends IOException {
    private static final long serialVersionUID = 1;

    SnapshotFormatException(String message) {
        super(message);
    }

    SnapshotFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
