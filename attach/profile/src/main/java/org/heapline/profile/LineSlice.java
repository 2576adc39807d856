package org.heapline.profile;

import java.util.Arrays;

/**
 * What was added to the lines in one stretch of time. Lines are known by numbers of their own, ascending; those to which
 * nothing was added take no room.
 */
final class LineSlice {
    private final TimeRange time;
    private int[] lines;
    private long[] occurrences;
    private long[] increments;
    private long[] selfs;
    private int size;

    LineSlice(TimeRange time, int room) {
        this.time = time;
        lines = new int[room];
        occurrences = new long[room];
        increments = new long[room];
        selfs = new long[room];
    }

    /** Adds a line whose number is larger than that of the last. */
    void add(int line, long moreOccurrences, long moreIncrement, long moreSelf) {
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

    TimeRange time() {
        return time;
    }

    int size() {
        return size;
    }

    int line(int index) {
        return lines[index];
    }

    long occurrences(int index) {
        return occurrences[index];
    }

    long increment(int index) {
        return increments[index];
    }

    long self(int index) {
        return selfs[index];
    }

    /** Where a line stands in this slice, negative if nothing was added to it. */
    int find(int line) {
        return Arrays.binarySearch(lines, 0, size, line);
    }
}
