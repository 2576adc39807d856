package org.heapline.profile;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was added to the lines in one stretch of time. Lines are known by numbers of their own, ascending; those to which
 * nothing was added take no room.
 */
public final class LineSlice {
    private final TimeRange time;
    private int[] lines;
    private long[] occurrences;
    private long[] increments;
    private long[] selfs;
    private int size;

    /** @param room for how many lines, to begin with */
    public LineSlice(TimeRange time, int room) {
        this.time = time;
        lines = new int[room];
        occurrences = new long[room];
        increments = new long[room];
        selfs = new long[room];
    }

    /** Adds a line whose number is larger than that of the last. Not to be called once others have this slice. */
    public void add(int line, long moreOccurrences, long moreIncrement, long moreSelf) {
        if (size == lines.length) {
            room(Math.max(16, size * 2));
        }
        lines[size] = line;
        occurrences[size] = moreOccurrences;
        increments[size] = moreIncrement;
        selfs[size++] = moreSelf;
    }

    private void room(int length) {
        lines = Arrays.copyOf(lines, length);
        occurrences = Arrays.copyOf(occurrences, length);
        increments = Arrays.copyOf(increments, length);
        selfs = Arrays.copyOf(selfs, length);
    }

    /** Gives back the room that is not used. */
    LineSlice trimmed() {
        if (size < lines.length) {
            room(size);
        }
        return this;
    }

    /** This slice and the one that follows it, as one. */
    LineSlice and(LineSlice next) {
        LineSlice both = new LineSlice(new TimeRange(time.fromMillis(), next.time.toMillis()), size + next.size);
        int mine = 0;
        int other = 0;
        while (mine < size || other < next.size) {
            int myLine = mine < size ? lines[mine] : Integer.MAX_VALUE;
            int otherLine = other < next.size ? next.lines[other] : Integer.MAX_VALUE;
            if (myLine == otherLine) {
                both.add(
                        myLine,
                        occurrences[mine] + next.occurrences[other],
                        increments[mine] + next.increments[other],
                        selfs[mine++] + next.selfs[other++]);
            } else if (myLine < otherLine) {
                both.add(myLine, occurrences[mine], increments[mine], selfs[mine++]);
            } else {
                both.add(otherLine, next.occurrences[other], next.increments[other], next.selfs[other++]);
            }
        }
        return both.trimmed();
    }

    /** Its begin and end. */
    public TimeRange time() {
        return time;
    }

    /** How many lines something was added to. */
    public int size() {
        return size;
    }

    /** The number of a line, counted through all methods. */
    public int line(int index) {
        return lines[index];
    }

    /** How often control entered a line. */
    public long occurrences(int index) {
        return occurrences[index];
    }

    /** What was added to the Increment of a line, in bytes. */
    public long increment(int index) {
        return increments[index];
    }

    /** What was added to the Self of a line, in bytes. */
    public long self(int index) {
        return selfs[index];
    }

    /** Where a line stands in this slice, negative if nothing was added to it. */
    int find(int line) {
        return Arrays.binarySearch(lines, 0, size, line);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof LineSlice that
                        && time.equals(that.time)
                        && size == that.size
                        && Arrays.equals(lines, 0, size, that.lines, 0, size)
                        && Arrays.equals(occurrences, 0, size, that.occurrences, 0, size)
                        && Arrays.equals(increments, 0, size, that.increments, 0, size)
                        && Arrays.equals(selfs, 0, size, that.selfs, 0, size);
    }

    @Override
    public int hashCode() {
        return Objects.hash(time, size);
    }
}
