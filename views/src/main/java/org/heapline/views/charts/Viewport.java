package org.heapline.views.charts;

/**
 * The stretch of time that the chart shows: all of the session, a piece of it, or a piece that moves on with the newest
 * sample. Milliseconds since the session began.
 */
final class Viewport {
    /** The shortest stretch; all of a young session is shown as long, so that it does not tremble. */
    static final double LEAST = 2_000;

    private static final double FIRST = 10_000;

    private double begin;
    private double end = FIRST;
    private double from;
    private double to = FIRST;
    private boolean whole = true;
    private boolean moving;

    /** The session reaches from here to there now. */
    void session(double newBegin, double newEnd) {
        boolean wasAtEnd = moving;
        begin = newBegin;
        end = Math.max(newBegin + FIRST, newEnd);
        if (whole) {
            from = begin;
            to = end;
        } else if (wasAtEnd) {
            from += end - to;
            to = end;
        }
    }

    /**
     * Shows a shorter or longer stretch around a moment.
     *
     * @param factor below 1 to come nearer
     * @param at the moment that stays where it is
     */
    void zoom(double factor, double at) {
        double span = Math.max(LEAST, (to - from) * factor);
        if (span >= end - begin) {
            whole();
            return;
        }
        double part = (at - from) / (to - from);
        // Who looks at the newest sample wants to go on seeing the newest sample.
        boolean atEnd = (whole || moving) && part > 0.8;
        put(atEnd ? end - span : at - part * span, span);
    }

    /** Shows what is earlier (negative) or later. */
    void pan(double millis) {
        if (!whole) {
            put(from + millis, to - from);
        }
    }

    /** Shows this stretch. */
    void show(double newFrom, double newTo) {
        double span = Math.max(LEAST, newTo - newFrom);
        if (span >= end - begin) {
            whole();
        } else {
            put(newFrom, span);
        }
    }

    private void put(double wanted, double span) {
        whole = false;
        from = Math.max(begin, Math.min(end - span, wanted));
        to = from + span;
        moving = to >= end - 1;
    }

    /** Shows all of the session again. */
    void whole() {
        whole = true;
        moving = false;
        from = begin;
        to = end;
    }

    boolean isWhole() {
        return whole;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    double span() {
        return to - from;
    }
}
