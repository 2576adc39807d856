package org.heapline.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The newest totals of one method. Guarded by its {@link LineTable}. */
final class MethodCounters {
    private static final int OCCURRENCES = 0;
    private static final int INCREMENT = 1;
    private static final int SELF = 2;
    private static final int MEM_USAGE = 3;
    private static final int WIDTH = 4;

    private final String className;
    private final String method;
    private final String descriptor;
    private final String file;
    private final String location;
    private int[] lines;
    private long[] totals;

    MethodCounters(String className, String method, String descriptor, String file, String location, int[] lines) {
        this.className = className;
        this.method = method;
        this.descriptor = descriptor;
        this.file = file;
        this.location = location;
        this.lines = IntStream.of(lines).sorted().distinct().toArray();
        this.totals = new long[this.lines.length * WIDTH];
    }

    /** Takes (method id, line, occurrences, increment, self, mem usage) from the array. */
    void set(long[] changes, int at) {
        int base = indexOf((int) changes[at + 1]) * WIDTH;
        System.arraycopy(changes, at + 2, totals, base, WIDTH);
    }

    void clear() {
        Arrays.fill(totals, 0);
    }

    MethodStats toStats() {
        LineStats[] table = new LineStats[lines.length];
        for (int i = 0; i < lines.length; i++) {
            int base = i * WIDTH;
            table[i] = new LineStats(
                    lines[i],
                    totals[base + OCCURRENCES],
                    totals[base + INCREMENT],
                    totals[base + SELF],
                    totals[base + MEM_USAGE]);
        }
        return new MethodStats(className, method, descriptor, file, location, Arrays.asList(table));
    }

    private int indexOf(int line) {
        int found = Arrays.binarySearch(lines, line);
        if (found >= 0) {
            return found;
        }
        // A class can be loaded twice with differing lines under one definition: count what comes, lose nothing.
        int at = -found - 1;
        int[] moreLines = new int[lines.length + 1];
        System.arraycopy(lines, 0, moreLines, 0, at);
        moreLines[at] = line;
        System.arraycopy(lines, at, moreLines, at + 1, lines.length - at);
        long[] moreTotals = new long[moreLines.length * WIDTH];
        System.arraycopy(totals, 0, moreTotals, 0, at * WIDTH);
        System.arraycopy(totals, at * WIDTH, moreTotals, (at + 1) * WIDTH, (lines.length - at) * WIDTH);
        lines = moreLines;
        totals = moreTotals;
        return at;
    }
}
