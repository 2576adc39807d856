package org.heapline.client;

import org.jspecify.annotations.Nullable;

/** A request to a session that could not be carried out. The message is one line for a user. */
public class SessionException extends Exception {
    private static final long serialVersionUID = 1;

    public SessionException(String message) {
        super(message);
    }

    public SessionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The one line for a user; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
