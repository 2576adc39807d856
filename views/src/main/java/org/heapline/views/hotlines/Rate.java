package org.heapline.views.hotlines;

/**
 * How fast a counter grows, over a window of two to four seconds: short enough to follow the program, long enough not to
 * dance. Until the first window is full, the mean since the beginning.
 */
final class Rate {
    static final long WINDOW_MILLIS = 2_000;

    private long olderValue;
    private long olderMillis;
    private long value;
    private long millis;

    /**
     * Notes a reading and gives the rate.
     *
     * @param now the counter
     * @param at milliseconds since the session began; never falling, unless the counters were set back
     * @return units a second
     */
    double perSecond(long now, long at) {
        if (at < millis || Math.abs(now) < Math.abs(value)) {
            olderValue = 0;
            olderMillis = 0;
            value = now;
            millis = at;
            return 0;
        }
        if (at - millis >= WINDOW_MILLIS) {
            olderValue = value;
            olderMillis = millis;
            value = now;
            millis = at;
        }
        long time = at - olderMillis;
        return time <= 0 ? 0 : (now - olderValue) * 1000.0 / time;
    }
}
