package org.heapline.agent.code;

import org.jspecify.annotations.Nullable;

/**
 * The lines that call inlined code. Kotlin gives what it inlines line numbers behind the end of the file, and says in
 * the class file ({@code SourceDebugExtension}, JSR 45) which line of the file called it: there it counts, as if it had
 * been called.
 */
final class CallSites {
    private static final String STRATUM = "*S KotlinDebug\n";

    private static final CallSites NONE = new CallSites(new int[0]);

    /** Three numbers each: first and last line of the inlined code, and the line that calls it. */
    private final int[] ranges;

    private CallSites(int[] ranges) {
        this.ranges = ranges;
    }

    /** Reads the source map of a class; without one, or with one that cannot be read, every line is its own. */
    static CallSites of(@Nullable String map) {
        if (map == null || !map.contains(STRATUM)) {
            return NONE;
        }
        int lines = map.indexOf("*L\n", map.indexOf(STRATUM));
        if (lines < 0) {
            return NONE;
        }
        String[] rows = map.substring(lines + 3).split("\n");
        int[] ranges = new int[rows.length * 3];
        for (int i = 0; i < rows.length && !rows[i].startsWith("*"); i++) {
            if (!read(rows[i], ranges, i * 3)) {
                return NONE;
            }
        }
        return new CallSites(ranges);
    }

    /** A row is {@code line#file:first,count}; what is not there is 1. */
    private static boolean read(String row, int[] ranges, int at) {
        int colon = row.indexOf(':');
        if (colon < 0) {
            return false;
        }
        try {
            String call = row.substring(0, colon);
            int end = call.indexOf('#');
            String inlined = row.substring(colon + 1);
            int comma = inlined.indexOf(',');
            int first = Integer.parseInt(comma < 0 ? inlined : inlined.substring(0, comma));
            int count = comma < 0 ? 1 : Integer.parseInt(inlined.substring(comma + 1));
            ranges[at] = first;
            ranges[at + 1] = first + count - 1;
            ranges[at + 2] = Integer.parseInt(end < 0 ? call : call.substring(0, end));
            return true;
        } catch (NumberFormatException e) {
            return false; // Written by another compiler, in a way that Kotlin does not use.
        }
    }

    /** The line on which code with this line number counts. */
    int of(int line) {
        for (int i = 0; i < ranges.length; i += 3) {
            if (line >= ranges[i] && line <= ranges[i + 1] && ranges[i + 2] > 0) {
                return ranges[i + 2];
            }
        }
        return line;
    }
}
