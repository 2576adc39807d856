package org.heapline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When the lines took their bytes: what was added to each line, slice of time by slice of time, in bounded memory.
 *
 * <p>A slice is a second long at first. When the slices hold more entries than there is room for, each two neighbours
 * become one of twice the length. Nothing is lost by that but the place of the boundaries: the sum of all slices is
 * always what the counters say, to the byte.
 *
 * <p>May be used from any thread.
 */
public final class LineHistory {
    /** About 14 MB: an hour in seconds for 140 lines that never rest, in minutes and a half for 10,000. */
    public static final int DEFAULT_CAPACITY = 500_000;

    private static final long FIRST_SLICE_MILLIS = 1_000;
    private static final int MOST_SLICES = 4_000;

    private final int capacity;
    private final List<LineSlice> slices = new ArrayList<>();
    private List<MethodStats> last = List.of();
    private long sliceMillis = FIRST_SLICE_MILLIS;
    private long lastMillis;
    private int entries;

    /** What the lines took within a range whose ends are those of slices. */
    public record Window(TimeRange range, List<MethodStats> methods) {
        public Window {
            methods = List.copyOf(methods);
        }
    }

    /** What one source line took in a stretch of time, in bytes. */
    public record Taken(TimeRange time, long increment, long self) {}

    public LineHistory() {
        this(DEFAULT_CAPACITY);
    }

    /** @param capacity how many entries (a line in a slice) at most, of 28 bytes each */
    public LineHistory(int capacity) {
        this.capacity = capacity;
    }

    /** Whether {@link #record} would take note at this time. */
    public synchronized boolean isDue(long millis) {
        return millis - lastMillis >= sliceMillis;
    }

    /**
     * Takes note of the counters, if a slice of time has passed since the last note.
     *
     * @param millis since the session began; never falling
     * @param methods absolute totals; methods may join at the end, those before keep their places and lines
     */
    public synchronized void record(long millis, List<MethodStats> methods) {
        if (!isDue(millis)) {
            return;
        }
        if (!continues(methods)) {
            restart(millis);
            return;
        }
        LineSlice slice = since(methods, millis);
        slices.add(slice);
        entries += slice.size();
        last = methods;
        lastMillis = millis;
        while (slices.size() > 1 && (entries > capacity || slices.size() > MOST_SLICES)) {
            halve();
        }
    }

    /** What was added since the last note. */
    private LineSlice since(List<MethodStats> methods, long millis) {
        LineSlice slice = new LineSlice(new TimeRange(lastMillis, millis), 0);
        int first = 0;
        for (int i = 0; i < methods.size(); i++) {
            MethodStats now = methods.get(i);
            MethodStats before = i < last.size() ? last.get(i) : null;
            if (now != before) {
                added(now, before, first, slice);
            }
            first += now.lines().size();
        }
        return slice.trimmed();
    }

    private boolean continues(List<MethodStats> methods) {
        if (methods.size() < last.size()) {
            return false;
        }
        for (int i = 0; i < last.size(); i++) {
            if (methods.get(i).lines().size() != last.get(i).lines().size()) {
                return false;
            }
        }
        return true;
    }

    private static void added(MethodStats now, @Nullable MethodStats before, int first, LineSlice slice) {
        for (int i = 0; i < now.lines().size(); i++) {
            LineStats line = now.lines().get(i);
            LineStats was = before == null
                    ? LineStats.notRun(line.line())
                    : before.lines().get(i);
            if (line.occurrences() != was.occurrences()
                    || line.incrementBytes() != was.incrementBytes()
                    || line.selfBytes() != was.selfBytes()) {
                slice.add(
                        first + i,
                        line.occurrences() - was.occurrences(),
                        line.incrementBytes() - was.incrementBytes(),
                        line.selfBytes() - was.selfBytes());
            }
        }
    }

    private void halve() {
        List<LineSlice> wider = LineSlices.halved(slices);
        slices.clear();
        slices.addAll(wider);
        entries = new LineSlices(slices).entries();
        sliceMillis *= 2;
    }

    /**
     * Forgets everything: the counters begin at zero again, or count something else.
     *
     * @param millis the moment, since the session began
     */
    public synchronized void restart(long millis) {
        slices.clear();
        last = List.of();
        lastMillis = millis;
        sliceMillis = FIRST_SLICE_MILLIS;
        entries = 0;
    }

    /**
     * What the lines took in a range. Its ends are moved to those of the slices it touches. The methods are all that are
     * known, their totals those of the range; the memory seen is not known for a range and is -1.
     */
    public synchronized Window between(TimeRange range) {
        return new LineSlices(slices).between(range, last);
    }

    /** What one source line took over time, all methods that have a part of it together; oldest first. */
    public synchronized List<Taken> ofLine(String file, int line) {
        return new LineSlices(slices).ofLine(file, line, last);
    }

    /**
     * A snapshot that remembers when its lines took their bytes, as finely as there is room for in a file. The last slice
     * ends with the snapshot: together they are its totals.
     *
     * @param taking takes the snapshot; nothing is recorded meanwhile
     * @return the snapshot as it was taken if it counts something else than this history
     */
    public synchronized Snapshot into(Supplier<Snapshot> taking) {
        Snapshot snapshot = taking.get();
        List<MethodStats> methods = snapshot.methods();
        if (last.isEmpty() || !continues(methods) || !isSame(methods)) {
            return snapshot;
        }
        List<LineSlice> all = new ArrayList<>(slices);
        LineSlice rest = since(methods, Math.max(lastMillis, snapshot.duration().toMillis()));
        if (rest.size() > 0) {
            all.add(rest);
        }
        return snapshot.withSlices(new LineSlices(all).bounded(LineSlices.MOST_IN_A_FILE));
    }

    /** What the agent wrote down at its end may come in another order. */
    private boolean isSame(List<MethodStats> methods) {
        for (int i = 0; i < last.size(); i++) {
            MethodStats before = last.get(i);
            MethodStats now = methods.get(i);
            if (!now.method().equals(before.method())
                    || !now.className().equals(before.className())
                    || !now.descriptor().equals(before.descriptor())) {
                return false;
            }
        }
        return true;
    }
}
