package org.heapline.views.hotlines;

import java.util.Locale;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.heapline.views.session.Measure;
import org.heapline.views.session.SelectedLine;

/**
 * One row of the table. It lives as long as its line does, so that a selection stays on it; its figures change in place
 * and {@link #revisionProperty()} counts up when they do.
 */
public final class HotRow {
    private final String title;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final Rate rate = new Rate();
    private String detail;
    private SelectedLine target;
    private long bytes;
    private long self;
    private long increment;
    private long occurrences;
    private double share;
    private double bar;
    private double perSecond;

    HotRow(HotTotals.Total total) {
        this.title = total.title();
        this.detail = total.detail();
        this.target = total.target();
    }

    /** The line, method or class. */
    public String title() {
        return title;
    }

    /** What stands below it, muted. */
    public String detail() {
        return detail;
    }

    /** Whether there is a line to open; a thread has none. */
    public boolean hasSource() {
        return target.line() > 0;
    }

    /** What the source view opens, if it {@link #hasSource}. */
    public SelectedLine target() {
        return target;
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

    void set(HotTotals.Total total, Measure measure, double newShare, double newBar, long millis) {
        long newBytes = measure == Measure.SELF ? total.self() : total.increment();
        double newRate = rate.perSecond(newBytes, millis);
        if (newBytes != bytes
                || total.self() != self
                || total.increment() != increment
                || total.occurrences() != occurrences
                || newShare != share
                || newBar != bar
                || newRate != perSecond) {
            detail = total.detail();
            target = total.target();
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

    boolean contains(String lowerCase) {
        return title.toLowerCase(Locale.ROOT).contains(lowerCase)
                || target.className().toLowerCase(Locale.ROOT).contains(lowerCase)
                || target.method().toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
