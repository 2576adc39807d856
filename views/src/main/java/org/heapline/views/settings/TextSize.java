package org.heapline.views.settings;

/** The size of the text, in pixels of the window. */
public final class TextSize {
    /** The size for which lengths are written. */
    public static final double USUAL = 13;

    private static final String KEY = "font";
    private static final double LEAST = 10;
    private static final double MOST = 20;

    private TextSize() {}

    /** The size that is remembered. */
    public static double of(Preferences preferences) {
        return preferences.number(KEY, USUAL, LEAST, MOST);
    }

    /** How much larger than usual the text is, and all lengths with it: 1 for the usual size. */
    public static double scale(Preferences preferences) {
        return of(preferences) / USUAL;
    }

    /** Remembers a size, or the nearest that can still be read. */
    public static void put(Preferences preferences, double size) {
        preferences.put(KEY, Double.toString(Math.max(LEAST, Math.min(MOST, size))));
    }
}
