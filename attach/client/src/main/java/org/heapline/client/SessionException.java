package org.heapline.client;

/** A request to a session that could not be carried out. The message is one line for a user. */
public class SessionException extends Exception {
    private static final long serialVersionUID = 1;

    public SessionException(String message) {
        super(message);
    }

    public SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
