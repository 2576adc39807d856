package org.heapline.profile;

/**
 * A stretch of a session's time.
 *
 * @param fromMillis its begin, in milliseconds since the session began
 * @param toMillis its end, not before the begin
 */
public record TimeRange(long fromMillis, long toMillis) {
    public TimeRange {
        if (toMillis < fromMillis) {
            throw new IllegalArgumentException("a range from " + fromMillis + " to " + toMillis + " ms ends too early");
        }
    }

    /** How long it is, in milliseconds. */
    public long millis() {
        return toMillis - fromMillis;
    }
}
