package org.heapline.profile.source;

import java.util.Locale;

/**
 * A stretch of one line that is coloured alike.
 *
 * @param kind what it is
 * @param start index of its first character in the line
 * @param end index after its last character
 */
public record Token(Kind kind, int start, int end) {
    /** What a stretch of Java text is. */
    public enum Kind {
        PLAIN,
        KEYWORD,
        TYPE,
        STRING,
        NUMBER,
        COMMENT,
        ANNOTATION;

        /** The style class that colours it, on screens and in HTML. */
        public String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
