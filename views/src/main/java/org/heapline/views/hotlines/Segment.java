package org.heapline.views.hotlines;

import java.util.Locale;
import org.heapline.profile.LineStats;

/** What one row of the table stands for. */
public enum Segment {
    LINES,
    METHODS,
    CLASSES,
    PACKAGES,
    THREADS;

    /** The key of its texts in messages.properties, below {@code hot.}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a line adds to a row: of methods and the like only where it took bytes. */
    boolean counts(LineStats line) {
        return line.ran() && (this == LINES || line.incrementBytes() != 0 || line.selfBytes() != 0);
    }
}
