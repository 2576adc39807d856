package org.heapline.views.theme;

import java.util.Locale;

/** What the user wishes the window to look like. */
public enum Look {
    LIGHT,
    DARK,
    /** As the rest of the desktop, and changing with it. */
    SYSTEM;

    /** The name in the settings file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The look of a {@link #key()}; the system's if there is none of that name. */
    public static Look ofKey(String key) {
        return key.equals(LIGHT.key()) ? LIGHT : key.equals(DARK.key()) ? DARK : SYSTEM;
    }

    /** The look that is always that theme. */
    public static Look of(Theme theme) {
        return theme == Theme.LIGHT ? LIGHT : DARK;
    }

    /** The theme to begin with; light for the system's until the system has been asked. */
    public Theme theme() {
        return this == DARK ? Theme.DARK : Theme.LIGHT;
    }
}
