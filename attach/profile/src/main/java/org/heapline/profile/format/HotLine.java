package org.heapline.profile.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodBlock;
import org.heapline.profile.MethodStats;

/**
 * A line in the order of heat.
 *
 * @param method the method it stands in
 * @param line its counters, those of lambdas on it included
 * @param share of the Self of all lines, 0 to 1
 */
record HotLine(MethodStats method, LineStats line, double share) {
    /** Below this a share reads as 0.0 %. */
    private static final double LEAST_SHARE = 0.000_5;

    /** The lines with the highest Self, hottest first; lines with next to nothing are left out. */
    static List<HotLine> of(List<MethodBlock> blocks, int most) {
        double total = total(blocks);
        List<HotLine> hot = new ArrayList<>();
        for (MethodBlock block : blocks) {
            for (LineStats line : block.lines()) {
                if (line.selfBytes() > 0 && line.selfBytes() / total >= LEAST_SHARE) {
                    hot.add(new HotLine(block.method(), line, line.selfBytes() / total));
                }
            }
        }
        hot.sort(Comparator.comparingLong((HotLine h) -> h.line.selfBytes()).reversed());
        return List.copyOf(hot.subList(0, Math.min(most, hot.size())));
    }

    /** The Self of all lines that took something. */
    static long total(List<MethodBlock> blocks) {
        return blocks.stream()
                .flatMap(b -> b.lines().stream())
                .mapToLong(l -> Math.max(0, l.selfBytes()))
                .sum();
    }
}
