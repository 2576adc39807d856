package org.heapline.profile;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Integer> firstLines = new ArrayList<>();
    private List<MethodStats> last = List.of();
    private long sliceMillis = FIRST_SLICE_MILLIS;
    private long lastMillis;
    private int entries;
    private int lineCount;

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
        LineSlice slice = new LineSlice(new TimeRange(lastMillis, millis), 0);
        for (int i = 0; i < methods.size(); i++) {
            MethodStats now = methods.get(i);
            MethodStats before = i < last.size() ? last.get(i) : null;
            if (before == null) {
                firstLines.add(lineCount);
                lineCount += now.lines().size();
            }
            if (now != before) {
                added(now, before, firstLines.get(i), slice);
            }
        }
        slices.add(slice.trimmed());
        entries += slice.size();
        last = methods;
        lastMillis = millis;
        while (slices.size() > 1 && (entries > capacity || slices.size() > MOST_SLICES)) {
            halve();
        }
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
        List<LineSlice> wider = new ArrayList<>(slices.size() / 2 + 1);
        entries = 0;
        for (int i = 0; i < slices.size(); i += 2) {
            LineSlice slice = i + 1 < slices.size() ? slices.get(i).and(slices.get(i + 1)) : slices.get(i);
            wider.add(slice);
            entries += slice.size();
        }
        slices.clear();
        slices.addAll(wider);
        sliceMillis *= 2;
    }

    /**
     * Forgets everything: the counters begin at zero again, or count something else.
     *
     * @param millis the moment, since the session began
     */
    public synchronized void restart(long millis) {
        slices.clear();
        firstLines.clear();
        last = List.of();
        lastMillis = millis;
        sliceMillis = FIRST_SLICE_MILLIS;
        entries = 0;
        lineCount = 0;
    }

    /**
     * What the lines took in a range. Its ends are moved to those of the slices it touches. The methods are all that are
     * known, their totals those of the range; the memory seen is not known for a range and is -1.
     */
    public synchronized Window between(TimeRange range) {
        long[] occurrences = new long[lineCount];
        long[] increments = new long[lineCount];
        long[] selfs = new long[lineCount];
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (LineSlice slice : slices) {
            if (slice.time().toMillis() <= range.fromMillis() || slice.time().fromMillis() >= range.toMillis()) {
                continue;
            }
            from = Math.min(from, slice.time().fromMillis());
            to = Math.max(to, slice.time().toMillis());
            for (int i = 0; i < slice.size(); i++) {
                occurrences[slice.line(i)] += slice.occurrences(i);
                increments[slice.line(i)] += slice.increment(i);
                selfs[slice.line(i)] += slice.self(i);
            }
        }
        List<MethodStats> methods = new ArrayList<>(last.size());
        for (int i = 0; i < last.size(); i++) {
            MethodStats method = last.get(i);
            List<LineStats> lines = new ArrayList<>(method.lines().size());
            for (int j = 0; j < method.lines().size(); j++) {
                int at = firstLines.get(i) + j;
                lines.add(new LineStats(method.lines().get(j).line(), occurrences[at], increments[at], selfs[at], -1));
            }
            methods.add(new MethodStats(
                    method.className(), method.method(), method.descriptor(), method.file(), method.location(), lines));
        }
        return new Window(from > to ? range : new TimeRange(from, to), methods);
    }

    /** What one source line took over time, all methods that have a part of it together; oldest first. */
    public synchronized List<Taken> ofLine(String file, int line) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            MethodStats method = last.get(i);
            for (int j = 0; j < method.lines().size() && method.file().equals(file); j++) {
                if (method.lines().get(j).line() == line) {
                    parts.add(firstLines.get(i) + j);
                }
            }
        }
        List<Taken> taken = new ArrayList<>(slices.size());
        for (LineSlice slice : slices) {
            long increment = 0;
            long self = 0;
            for (int part : parts) {
                int at = slice.find(part);
                increment += at < 0 ? 0 : slice.increment(at);
                self += at < 0 ? 0 : slice.self(at);
            }
            taken.add(new Taken(slice.time(), increment, self));
        }
        return taken;
    }
}
