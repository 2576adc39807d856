package org.heapline.client;

import org.jspecify.annotations.Nullable;

/** The target refused or vanished. The message names the target, the reason and the next step, on one line. */
public class AttachException extends Exception {
    private static final long serialVersionUID = 1;

    public AttachException(String message) {
        super(message);
    }

    public AttachException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The one line for a user; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
