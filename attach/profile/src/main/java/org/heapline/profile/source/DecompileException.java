package org.heapline.profile.source;

/** A class that cannot be decompiled; the message is the reason, for a user. */
final class DecompileException extends Exception {
    private static final long serialVersionUID = 1;

    DecompileException(String reason) {
        super(reason);
    }

    DecompileException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
