package org.heapline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counters of several methods laid onto the lines of their source file, one row a line.
 *
 * <p>Where several methods have a counter on one line (a lambda and the method it stands in, two constructors and a
 * field's initialiser), occurrences and Self add up and the Mem usage is the highest. The Increment is the larger of
 * the largest single Increment and the sum of the Selfs: Increments include profiled callees, so adding them would
 * count the lambda's bytes twice when the line itself calls it, while the Selfs never overlap.
 */
public final class SourceLines {
    private SourceLines() {}

    /**
     * The rows of one source file.
     *
     * @param file as in {@link MethodStats#file()}
     * @param methods methods of any file; those of other files are left out
     * @return ascending by line, one row for each line that has a counter
     */
    public static List<LineStats> ofFile(String file, List<MethodStats> methods) {
        return merge(methods.stream().filter(m -> m.file().equals(file)).toList());
    }

    /** The rows of these methods, which are of one source file: ascending by line. */
    public static List<LineStats> merge(List<MethodStats> methods) {
        if (methods.size() == 1) {
            return methods.get(0).lines();
        }
        Map<Integer, List<LineStats>> byLine = new TreeMap<>();
        for (MethodStats method : methods) {
            for (LineStats line : method.lines()) {
                byLine.computeIfAbsent(line.line(), unused -> new ArrayList<>(2))
                        .add(line);
            }
        }
        return byLine.values().stream().map(SourceLines::mergeLine).toList();
    }

    /** A loop, for a window that is open does this for every line of the text ten times a second. */
    private static LineStats mergeLine(List<LineStats> counters) {
        LineStats first = counters.get(0);
        int ran = 0;
        long occurrences = 0;
        long self = 0;
        long largest = Long.MIN_VALUE;
        long memUsage = Long.MIN_VALUE;
        for (LineStats counter : counters) {
            // A counter that never moved says nothing: its zero must not beat a negative Increment.
            if (counter.ran()) {
                first = ran++ == 0 ? counter : first;
                occurrences += counter.occurrences();
                self += counter.selfBytes();
                largest = Math.max(largest, counter.incrementBytes());
                memUsage = Math.max(memUsage, counter.memUsageBytes());
            }
        }
        return ran <= 1 ? first : new LineStats(first.line(), occurrences, Math.max(largest, self), self, memUsage);
    }
}
