package org.heapline.agent.code;

import java.util.BitSet;
import org.heapline.agent.code.MethodLines.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a loop that need no counter of their own: control that has entered such a line enters exactly one of the
 * lines behind it, and comes to those from nowhere else. So its count is the sum of theirs; unless an exception leaves
 * it, which is counted where that is caught.
 */
final class LoopSums {
    private final MethodLines lines;
    private final Flow flow;

    /** By place: whether it is in the loop. */
    private final BitSet loop;

    /** By line: the place in the loop where it is entered, or -1 for none or several. */
    private final int[] entryOf;

    /** By line: the lines that are entered next; null if that is not known. */
    private final @Nullable BitSet[] next;

    /** By line: how many lines lead to it, and what else does. */
    private final int[] ways;

    private final BitSet derived = new BitSet();

    /**
     * @param loop the places of the loop
     * @param counted lines that must have a counter
     */
    LoopSums(MethodLines lines, BitSet loop, BitSet counted) {
        this.lines = lines;
        this.flow = lines.flow;
        this.loop = loop;
        int size = lines.lines.length;
        entryOf = new int[size];
        next = new BitSet[size];
        ways = new int[size];
        findEntries();
        for (int place = loop.nextSetBit(0); place >= 0; place = loop.nextSetBit(place + 1)) {
            if (isEntered(place)) {
                follow(place);
            }
        }
        addWaysFromOutside();
        for (int line = size - 1; line >= 0; line--) {
            if (entryOf[line] >= 0 && !counted.get(line) && !lines.allocating[line] && isSum(line)) {
                derived.set(line);
            }
        }
    }

    /** Lines without a counter of their own. */
    BitSet derived() {
        return derived;
    }

    /** The lines with a counter whose sum is the count of a line. */
    BitSet summands(int line) {
        BitSet found = new BitSet();
        if (!derived.get(line)) {
            found.set(line);
            return found;
        }
        for (int each = next[line].nextSetBit(0); each >= 0; each = next[line].nextSetBit(each + 1)) {
            found.or(summands(each));
        }
        return found;
    }

    /** The lines whose counts miss an execution of a line without a counter, if an exception leaves it. */
    BitSet missing(int line) {
        BitSet missing = new BitSet();
        for (int each = derived.nextSetBit(0); each >= 0; each = derived.nextSetBit(each + 1)) {
            if (dependsOn(each, line)) {
                missing.set(each);
            }
        }
        return missing;
    }

    private boolean isEntered(int place) {
        Arrival arrival = lines.arrivalAt(place);
        return arrival != null && (arrival.isEntry() || arrival.isMixed());
    }

    private void findEntries() {
        for (int line = 0; line < entryOf.length; line++) {
            entryOf[line] = -1;
        }
        int[] entries = new int[entryOf.length];
        for (int i = 0; i < lines.lineAt.length; i++) {
            int line = lines.lineAt[i];
            if (line < 0) {
                continue;
            }
            Arrival arrival = lines.arrivalAt(i);
            if (!loop.get(i)) {
                entries[line] = 2; // The line must be in this loop with all it has: exceptions tell only the line.
            } else if (isEntered(i)) {
                entries[line] += arrival != null && arrival.isMixed() ? 2 : 1;
                entryOf[line] = i;
            }
        }
        for (int line = 0; line < entries.length; line++) {
            if (entries[line] != 1) {
                entryOf[line] = -1;
            }
        }
    }

    /** Finds what is entered next from an entry. */
    private void follow(int entry) {
        BitSet found = new BitSet();
        boolean whole = walk(entry, found);
        int line = lines.lineAt[entry];
        next[line] = whole && entryOf[line] == entry ? found : null;
        addWays(found);
    }

    private void addWays(BitSet led) {
        for (int each = led.nextSetBit(0); each >= 0; each = led.nextSetBit(each + 1)) {
            ways[each]++;
        }
    }

    /**
     * Finds the lines that are entered next.
     *
     * @return whether that is certain: control does not leave the loop before, nor go back
     */
    private boolean walk(int from, BitSet found) {
        boolean whole = true;
        BitSet seen = new BitSet();
        BitSet open = new BitSet();
        open.set(from);
        while (!open.isEmpty()) {
            int place = open.nextSetBit(0);
            open.clear(place);
            seen.set(place);
            for (int to : flow.after(place)) {
                if (!loop.get(to) || to <= place) {
                    whole = false;
                }
                if (!loop.get(to)) {
                    continue;
                }
                if (isEntered(to)) {
                    found.set(lines.lineAt[to]);
                } else if (!seen.get(to)) {
                    open.set(to);
                }
            }
        }
        return whole;
    }

    /** Control from outside the loop, and into places that are no entries, leads to lines too. */
    private void addWaysFromOutside() {
        for (int from = 0; from < lines.lineAt.length; from++) {
            if (loop.get(from)) {
                continue;
            }
            for (int to : flow.after(from)) {
                if (loop.get(to)) {
                    addWay(to);
                }
            }
        }
        if (flow.start() >= 0 && loop.get(flow.start())) {
            addWay(flow.start());
        }
    }

    private void addWay(int to) {
        if (isEntered(to)) {
            ways[lines.lineAt[to]]++;
            return;
        }
        BitSet led = new BitSet();
        walk(to, led);
        addWays(led);
    }

    private boolean isSum(int line) {
        BitSet behind = next[line];
        if (behind == null || behind.isEmpty() || behind.get(line)) {
            return false;
        }
        for (int each = behind.nextSetBit(0); each >= 0; each = behind.nextSetBit(each + 1)) {
            if (entryOf[each] < 0 || ways[each] != 1 || dependsOn(each, line)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the count of a line is made of that of another. */
    private boolean dependsOn(int line, int other) {
        if (line == other) {
            return true;
        }
        if (!derived.get(line)) {
            return false;
        }
        for (int each = next[line].nextSetBit(0); each >= 0; each = next[line].nextSetBit(each + 1)) {
            if (dependsOn(each, other)) {
                return true;
            }
        }
        return false;
    }
}
