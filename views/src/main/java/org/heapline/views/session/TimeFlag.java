package org.heapline.views.session;

/**
 * Something that happened at a moment of the session and is flagged on the chart.
 *
 * @param millis since the session began
 * @param kind what it was
 */
public record TimeFlag(long millis, Kind kind) {
    /** What can be flagged. */
    public enum Kind {
        /** A snapshot was saved. */
        SNAPSHOT,
        /** MAXMEM stopped the program. */
        TRIP
    }
}
