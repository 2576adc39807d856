package org.heapline.views.hotlines;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.text.ClassNames;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What one row adds up to. It is added up anew with every snapshot and lives as long as its line does: ten thousand of
 * them ten times a second would be more garbage than the window makes otherwise. Names are only made for rows that are
 * seen.
 */
final class HotTotal {
    private final Segment segment;
    private @Nullable String title;
    private @Nullable String detail;
    private String detailClass = "";
    private String detailMethod = "";
    private @Nullable MethodStats owner;
    private int line;
    private int counters;
    private long increment;
    private long largest;
    private long self;
    private long occurrences;
    private long hottest;

    /** Where its methods stand in the snapshot, so that one row can be added up without the others. */
    private int[] places = {};

    private int placed;

    private final HotRow row = new HotRow(this);

    HotTotal(Segment segment) {
        this.segment = segment;
    }

    /** The row that shows it. */
    HotRow row() {
        return row;
    }

    /** Begins anew. */
    void clear() {
        placed = 0;
        zero();
    }

    private void zero() {
        counters = 0;
        increment = 0;
        self = 0;
        occurrences = 0;
    }

    /**
     * Adds a line of one of its methods.
     *
     * @param place where the method stands in the snapshot
     * @param method its names
     */
    void take(int place, MethodStats method, LineStats counter) {
        if (placed == 0 || places[placed - 1] != place) {
            if (placed == places.length) {
                places = Arrays.copyOf(places, Math.max(1, 2 * placed));
            }
            places[placed++] = place;
        }
        add(method, counter);
    }

    /**
     * Adds up anew from methods that stand where they stood when all was added up.
     *
     * @param names the same methods, to be kept
     */
    void addUp(List<MethodStats> methods, List<MethodStats> names) {
        int wanted = line;
        zero();
        for (int i = 0; i < placed; i++) {
            for (LineStats counter : methods.get(places[i]).lines()) {
                if (segment.counts(counter) && (segment != Segment.LINES || counter.line() == wanted)) {
                    add(names.get(places[i]), counter);
                }
            }
        }
    }

    private void add(MethodStats method, LineStats counter) {
        if (segment == Segment.LINES) {
            merge(method, counter);
        } else {
            sum(method, counter);
        }
    }

    /** Takes the bytes of a thread, which has no line. */
    void thread(String name, String kind, long bytes) {
        title = name;
        detail = kind;
        counters++;
        self += bytes;
        increment += bytes;
    }

    /**
     * Adds a counter of the same source line, as {@link org.heapline.profile.SourceLines} does: Selfs add up, Increments
     * overlap. The row belongs to the method that takes the most there: a lambda's body rather than the line around it.
     */
    private void merge(MethodStats method, LineStats counter) {
        largest = counters == 0 ? counter.incrementBytes() : Math.max(largest, counter.incrementBytes());
        if (counters == 0 || counter.selfBytes() > hottest) {
            own(method, counter);
        }
        self += counter.selfBytes();
        occurrences += counter.occurrences();
        increment = counters == 0 ? largest : Math.max(largest, self);
        counters++;
    }

    /** Adds a line of a method, class or package: Increments of different lines overlap, so Selfs stand for them. */
    private void sum(MethodStats method, LineStats counter) {
        if (counters == 0 || counter.selfBytes() > hottest) {
            own(method, counter);
            occurrences = counter.occurrences();
        }
        self += counter.selfBytes();
        increment += counter.selfBytes();
        counters++;
    }

    private void own(MethodStats method, LineStats counter) {
        owner = method;
        line = counter.line();
        hottest = counter.selfBytes();
    }

    /** Whether there is anything to show. */
    boolean counts() {
        return counters > 0 && (segment != Segment.LINES || increment != 0 || self != 0);
    }

    /** The Increment of a source line; the sum of the Selfs of a method or class. */
    long increment() {
        return increment;
    }

    /** The sum of the Selfs, bytes. */
    long self() {
        return self;
    }

    /** How often control entered the line; of a method, class or package, its hottest line; 0 of a thread. */
    long occurrences() {
        return occurrences;
    }

    /** Whether there is a line to open; a thread has none. */
    boolean hasSource() {
        return owner != null && line > 0;
    }

    /** The hottest line of the row; line 0 for a thread. */
    SelectedLine target() {
        MethodStats method = owner;
        return method == null
                ? new SelectedLine("", "", "", "", 0)
                : new SelectedLine(method.className(), Names.ofMethod(method), method.file(), method.location(), line);
    }

    /** Whether this line is the hottest of the row. */
    boolean isAt(SelectedLine looked) {
        MethodStats method = owner;
        if (method == null || looked.line() != line) {
            return false;
        }
        return looked.file().isEmpty()
                ? method.className().equals(looked.className())
                : method.file().equals(looked.file());
    }

    /** Whether a text is part of its names. */
    boolean contains(String lowerCase) {
        MethodStats method = owner;
        return title().toLowerCase(Locale.ROOT).contains(lowerCase)
                || method != null
                        && (method.className().toLowerCase(Locale.ROOT).contains(lowerCase)
                                || Names.ofMethod(method)
                                        .toLowerCase(Locale.ROOT)
                                        .contains(lowerCase));
    }

    /** The line, method, class, package or thread. */
    String title() {
        String known = title;
        MethodStats method = owner;
        if (known == null && method != null) {
            known = switch (segment) {
                case LINES -> Names.ofLine(method, line);
                case METHODS -> Names.withClass(method);
                case PACKAGES -> {
                    String name = Names.packageOf(method.className());
                    yield name.isEmpty() ? Messages.text("picker.noPackage") : name;
                }
                default -> ClassNames.simple(method.className());
            };
            title = known;
        }
        return known == null ? "" : known;
    }

    /** What it belongs to; of a package, its hottest class. */
    String detail() {
        MethodStats method = owner;
        if (method != null && !isNamedAfter(method)) {
            detail = switch (segment) {
                case LINES -> Names.withClass(method);
                case PACKAGES -> ClassNames.simple(method.className());
                default -> Names.packageOf(method.className());
            };
            detailClass = method.className();
            detailMethod = method.method();
        }
        String known = detail;
        return known == null ? "" : known;
    }

    private boolean isNamedAfter(MethodStats method) {
        return detailClass.equals(method.className()) && detailMethod.equals(method.method());
    }
}
