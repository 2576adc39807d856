package org.heapline.views.session;

import org.heapline.views.text.Messages;

/**
 * What is done in the background, as far as the user is told.
 *
 * @param what is done, in words; empty if it is not told
 * @param kind what giving it up means
 * @param whyNot why it cannot be given up; empty if it can
 */
public record Errand(String what, Kind kind, String whyNot) {
    /** What giving up an errand means. */
    public enum Kind {
        /** Nothing outside changes: who gives it up is rid of it at once. */
        READING,
        /** It leaves everything as it was before, or is done: which of the two is known when it has stopped. */
        WRITING,
        /** It cannot be given up. */
        FIXED
    }

    /** What takes no longer than a moment. */
    public static final Errand UNTOLD = new Errand("", Kind.FIXED, "");

    /** Something that only fetches. */
    public static Errand reading(String what) {
        return new Errand(what, Kind.READING, "");
    }

    /** Something that writes a file whole or not at all. */
    public static Errand writing(String what) {
        return new Errand(what, Kind.WRITING, "");
    }

    /** Something that a JVM does on its own and cannot be stopped in. */
    public static Errand ofTheJvm(String what) {
        return new Errand(what, Kind.FIXED, Messages.text("work.fixed"));
    }
}
