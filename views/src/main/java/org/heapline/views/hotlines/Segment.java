package org.heapline.views.hotlines;

import java.util.Locale;

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
}
