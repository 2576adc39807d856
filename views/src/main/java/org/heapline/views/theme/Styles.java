package org.heapline.views.theme;

import javafx.css.PseudoClass;

/** Names of the style classes and states of {@code heapline.css}. */
public final class Styles {
    public static final String MUTED = "muted";
    public static final String FAINT = "faint";
    public static final String SMALL = "small";
    public static final String STRONG = "strong";
    public static final String MEDIUM = "medium";
    public static final String TITLE = "title";
    public static final String SECTION_TITLE = "section-title";
    public static final String CODE = "code";
    public static final String DANGER = "danger";
    public static final String PRIMARY = "primary";
    public static final String SLIM = "slim";
    public static final String BARE = "bare";
    public static final String ICON_ONLY = "icon-only";
    public static final String SEGMENTS = "segments";
    public static final String PANE_HEADER = "pane-header";
    public static final String EMPTY = "empty";
    public static final String CHIP = "chip";
    public static final String BADGE = "badge";

    /** Cannot be chosen; greyed. */
    public static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /** Does not hold what it should. */
    public static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /** Good, doubtful, lost. */
    public static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    public static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    public static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    /** Held still, or stopped. */
    public static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    public static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");

    /** Too narrow for all texts. */
    public static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** Too narrow for icons beside all texts. */
    public static final PseudoClass WORDS = PseudoClass.getPseudoClass("words");

    /** A failure rather than a success. */
    public static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /** Takes more or less than before. */
    public static final PseudoClass GROWN = PseudoClass.getPseudoClass("grown");

    public static final PseudoClass SHRUNK = PseudoClass.getPseudoClass("shrunk");

    private Styles() {}
}
