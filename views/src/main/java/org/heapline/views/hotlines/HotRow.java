package org.heapline.views.hotlines;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.heapline.views.session.Measure;
import org.heapline.views.session.SelectedLine;

/**
 * One row of the table. It lives as long as its line does, so that a selection stays on it; its figures change in place
 * and {@link #revisionProperty()} counts up when they do.
 */
public final class HotRow {
    private final HotTotal total;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final Rate rate = new Rate();
    private long bytes;
    private long self;
    private long increment;
    private long occurrences;
    private double share;
    private double bar;
    private double perSecond;
    private int round;
    private boolean listed;

    HotRow(HotTotal total) {
        this.total = total;
    }

    HotTotal total() {
        return total;
    }

    /** The line, method or class. */
    public String title() {
        return total.title();
    }

    /** What stands below it, muted. */
    public String detail() {
        return total.detail();
    }

    /** Whether there is a line to open; a thread has none. */
    public boolean hasSource() {
        return total.hasSource();
    }

    /** What the source view opens, if it {@link #hasSource}. */
    public SelectedLine target() {
        return total.target();
    }

    /** Whether it is the row of this line. */
    boolean isAt(SelectedLine line) {
        return total.isAt(line);
    }

    /** Bytes of the {@link Measure} in force. */
    public long bytes() {
        return bytes;
    }

    /** Bytes without what profiled callees account for themselves. */
    public long self() {
        return self;
    }

    /** The Increment of a line, bytes; of a method or class its Self, for the Increments of its lines overlap. */
    public long increment() {
        return increment;
    }

    /** How often control entered the line; of a method, class or package, its hottest line; 0 of a thread. */
    public long occurrences() {
        return occurrences;
    }

    /** Bytes of the line for each time that it ran. */
    public double each() {
        return occurrences == 0 ? 0 : (double) bytes / occurrences;
    }

    /** Bytes a second over the last seconds, of the {@link Measure} in force. */
    public double perSecond() {
        return perSecond;
    }

    /** Its share of all Selfs, 0 to 1. */
    public double share() {
        return share;
    }

    /** How much of the column its bar fills, 0 to 1: its share beside the largest one. */
    public double bar() {
        return bar;
    }

    /** Counts up when a figure has changed. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /**
     * Takes over what its line adds up to now.
     *
     * @param of all Selfs together, bytes
     * @param largest the largest Self of a row, bytes
     */
    void set(Measure measure, long of, long largest, long millis) {
        long newBytes = measure == Measure.SELF ? total.self() : total.increment();
        double newShare = part(total.self(), of);
        double newBar = part(total.self(), largest);
        double newRate = rate.perSecond(newBytes, millis);
        if (newBytes != bytes
                || total.self() != self
                || total.increment() != increment
                || total.occurrences() != occurrences
                || newShare != share
                || newBar != bar
                || newRate != perSecond) {
            bytes = newBytes;
            self = total.self();
            increment = total.increment();
            occurrences = total.occurrences();
            share = newShare;
            bar = newBar;
            perSecond = newRate;
            revision.set(revision.get() + 1);
        }
    }

    private static double part(long bytes, long of) {
        return of <= 0 ? 0 : Math.max(0.0, bytes) / of;
    }

    boolean contains(String lowerCase) {
        return total.contains(lowerCase);
    }

    /** Belongs into the table in this round of reading. */
    void belongs(int newRound) {
        round = newRound;
    }

    /** Whether it belonged into the table in this round. */
    boolean belonged(int newRound) {
        return round == newRound;
    }

    /** Whether it is in the table. */
    boolean isListed() {
        return listed;
    }

    void list(boolean newListed) {
        listed = newListed;
    }
}
