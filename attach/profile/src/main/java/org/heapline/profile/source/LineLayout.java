package org.heapline.profile.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays a decompiled text anew so that its statements stand on their original lines.
 *
 * <p>Lines that have an original number are pinned there; what stands between two of them moves into the free lines
 * between, and shares lines where there are too few. Where the decompiler changed the order, as many lines as possible
 * are pinned and the others flow; members of a class are put back into the order of their lines before.
 */
final class LineLayout {
    private static final String REMARK = "// $VF";

    private final List<String> lines;
    private final int[] pins;
    private final List<StringBuilder> laid = new ArrayList<>();

    private LineLayout(List<String> lines, int[] pins) {
        this.lines = lines;
        this.pins = pins;
    }

    /**
     * @param text as the decompiler made it
     * @param mapping pairs of original line and line in the text, both from 1
     * @param fieldLines original lines of fields' initialisers, which the mapping leaves out
     * @return the text, with a line end after each line
     */
    static String lay(String text, int[] mapping, FieldLines fieldLines) {
        List<String> lines = text.lines().toList();
        int[] originals = originals(lines.size(), mapping);
        List<DecompiledLine> unsorted = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            unsorted.add(new DecompiledLine(lines.get(i), originals[i]));
        }
        List<DecompiledLine> sorted = new MemberOrder(fieldLines).sort(unsorted);
        int[] pins = LongestAscent.of(
                sorted.stream().mapToInt(DecompiledLine::original).toArray());
        return new LineLayout(sorted.stream().map(DecompiledLine::text).toList(), pins).lay();
    }

    /** The first original line of each line of the text; 0 where there is none. */
    private static int[] originals(int count, int[] mapping) {
        int[] originals = new int[count];
        for (int i = 0; i + 1 < mapping.length; i += 2) {
            int at = mapping[i + 1] - 1;
            if (at >= 0 && at < count && (originals[at] == 0 || mapping[i] < originals[at])) {
                originals[at] = mapping[i];
            }
        }
        return originals;
    }

    private String lay() {
        int from = 0;
        for (int at = 0; at <= lines.size(); at++) {
            if (at == lines.size()) {
                flow(from, at, Integer.MAX_VALUE);
            } else if (pins[at] > 0) {
                flow(from, at, pins[at]);
                place(lines.get(at), pins[at]);
                from = at + 1;
            }
        }
        StringBuilder text = new StringBuilder();
        laid.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Lays lines without a number into what is free after the last laid line and before the pin. */
    private void flow(int from, int to, int pin) {
        List<String> between = lines.subList(from, to);
        int last = laid.size();
        long free = (long) pin - last - 1;
        if (between.size() > free) {
            between = between.stream().filter(line -> !line.isBlank()).toList();
        }
        int closing = closing(between);
        int opening = between.size() - closing;
        // What closes stays with the code before it, what opens goes with the code after it.
        for (int i = 0; i < closing; i++) {
            place(between.get(i), (int) Math.min(last + i + 1L, Math.max(last, pin - 1L)));
        }
        long start = pin == Integer.MAX_VALUE ? laid.size() + 1L : Math.max(laid.size() + 1L, (long) pin - opening);
        for (int i = 0; i < opening; i++) {
            place(between.get(closing + i), (int) Math.min(start + i, Math.max(last, pin - 1L)));
        }
    }

    /** How many of these lines end what stands before them. */
    private static int closing(List<String> between) {
        int count = 0;
        while (count < between.size() && between.get(count).strip().matches("[})].*")) {
            count++;
        }
        return count;
    }

    /** Puts a line on a number, behind what may be there already. */
    private void place(String line, int number) {
        int at = Math.max(number, 1);
        while (laid.size() < at) {
            laid.add(new StringBuilder());
        }
        StringBuilder there = laid.get(at - 1);
        if (there.length() == 0) {
            there.append(line);
        } else if (!line.isBlank()) {
            closeComment(there);
            there.append(' ').append(line.strip());
        }
    }

    /** A comment to the end of the line would swallow what is put behind it. */
    private static void closeComment(StringBuilder line) {
        int start = line.toString().stripLeading().startsWith("//") ? line.indexOf("//") : -1;
        // The decompiler's own remarks may also stand behind code.
        int slashes = start >= 0 ? start : line.indexOf(REMARK);
        if (slashes >= 0) {
            line.replace(slashes, slashes + 2, "/*").append(" */");
        }
    }
}
