package org.heapline.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When lines took their bytes: slices of time one after the other, unmodifiable. Lines are numbered through all methods. */
public final class LineSlices {
    /** Nothing is known. */
    public static final LineSlices NONE = new LineSlices(List.of());

    /** How many entries (a line in a slice) a file holds besides those of the largest slice. */
    static final int MOST_IN_A_FILE = 50_000;

    private final List<LineSlice> slices;

    /** @param slices ascending by time */
    public LineSlices(List<LineSlice> slices) {
        this.slices = List.copyOf(slices);
    }

    /** The slices, ascending by time. */
    public List<LineSlice> slices() {
        return slices;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return slices.isEmpty();
    }

    int entries() {
        return entries(slices);
    }

    /** Whether each line is one of these methods. */
    public boolean fits(List<MethodStats> methods) {
        int lines = methods.stream().mapToInt(method -> method.lines().size()).sum();
        return slices.stream().allMatch(slice -> slice.size() == 0 || slice.line(slice.size() - 1) < lines);
    }

    /**
     * The same in wider slices, until there are no more entries than that besides those of the largest: the first slice
     * often has all lines, and those after it few. Nothing if all is one slice then, which tells no more than totals do.
     */
    LineSlices bounded(int most) {
        List<LineSlice> fewer = slices;
        while (entries(fewer) - largest(fewer) > most) {
            fewer = halved(fewer);
        }
        return fewer.size() < 2 && slices.size() > 1 ? NONE : new LineSlices(fewer);
    }

    private static int entries(List<LineSlice> slices) {
        return slices.stream().mapToInt(LineSlice::size).sum();
    }

    private static int largest(List<LineSlice> slices) {
        return slices.stream().mapToInt(LineSlice::size).max().orElse(0);
    }

    /** Each two neighbours as one. */
    static List<LineSlice> halved(List<LineSlice> slices) {
        List<LineSlice> wider = new ArrayList<>(slices.size() / 2 + 1);
        for (int i = 0; i < slices.size(); i += 2) {
            wider.add(i + 1 < slices.size() ? slices.get(i).and(slices.get(i + 1)) : slices.get(i));
        }
        return wider;
    }

    /**
     * What the lines took in a range, see {@link LineHistory#between}.
     *
     * @param methods those whose lines are meant
     */
    public LineHistory.Window between(TimeRange range, List<MethodStats> methods) {
        int count = methods.stream().mapToInt(method -> method.lines().size()).sum();
        long[] occurrences = new long[count];
        long[] increments = new long[count];
        long[] selfs = new long[count];
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
        List<MethodStats> taken = new ArrayList<>(methods.size());
        int at = 0;
        for (MethodStats method : methods) {
            List<LineStats> lines = new ArrayList<>(method.lines().size());
            for (LineStats line : method.lines()) {
                lines.add(new LineStats(line.line(), occurrences[at], increments[at], selfs[at], -1));
                at++;
            }
            taken.add(new MethodStats(
                    method.className(), method.method(), method.descriptor(), method.file(), method.location(), lines));
        }
        return new LineHistory.Window(from > to ? range : new TimeRange(from, to), taken);
    }

    /** What one source line of these methods took over time, see {@link LineHistory#ofLine}. */
    public List<LineHistory.Taken> ofLine(String file, int line, List<MethodStats> methods) {
        List<Integer> parts = new ArrayList<>();
        int at = 0;
        for (MethodStats method : methods) {
            for (LineStats stats : method.lines()) {
                if (stats.line() == line && method.file().equals(file)) {
                    parts.add(at);
                }
                at++;
            }
        }
        List<LineHistory.Taken> taken = new ArrayList<>(slices.size());
        for (LineSlice slice : slices) {
            long increment = 0;
            long self = 0;
            for (int part : parts) {
                int found = slice.find(part);
                increment += found < 0 ? 0 : slice.increment(found);
                self += found < 0 ? 0 : slice.self(found);
            }
            taken.add(new LineHistory.Taken(slice.time(), increment, self));
        }
        return taken;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof LineSlices that && slices.equals(that.slices);
    }

    @Override
    public int hashCode() {
        return slices.hashCode();
    }
}
