package org.heapline.views.session;

/**
 * One line for the user about what was done or failed.
 *
 * @param kind how it is shown
 * @param text the line
 */
public record Notice(Kind kind, String text) {
    /** How a notice is shown. */
    public enum Kind {
        /** Something was done. */
        DONE,
        /** Something failed. */
        FAILED
    }

    public static Notice done(String text) {
        return new Notice(Kind.DONE, text);
    }

    public static Notice failed(String text) {
        return new Notice(Kind.FAILED, text);
    }
}
