package org.heapline.views.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;

/** The two looks of the window. They differ in tokens only. */
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

    /** The theme of a {@link #key()}; light if there is none of that name. */
    public static Theme ofKey(String key) {
        return key.equals(DARK.key()) ? DARK : LIGHT;
    }

    /** The controls' own look below ours. */
    String base() {
        return this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }

    /** Where the tokens of this theme are written. */
    URL tokens() {
        return resource(key() + ".css");
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }
}
