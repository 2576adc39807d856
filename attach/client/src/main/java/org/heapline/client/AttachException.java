package org.heapline.client;

/** The target refused or vanished. The message names the target, the reason and the next step, on one line. */
public class AttachException extends Exception {
    private static final long serialVersionUID = 1;

    public AttachException(String message) {
        super(message);
    }

    public AttachException(String message, Throwable cause) {
        super(message, cause);
    }
}
