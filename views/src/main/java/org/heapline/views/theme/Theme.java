package org.heapline.views.theme;

import java.util.Locale;

/** The two looks of the window. */
public enum Theme {
    LIGHT,
    DARK;

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** The name in settings and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
