package org.heapline.agent.code;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import org.heapline.agent.code.MethodLines.Arrival;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Loops in which nothing waits and no unknown code is called. How often their lines are entered is counted in local
 * variables, which the JVM keeps in registers, and carried to the method's counters when control leaves the loop, and
 * every so many rounds for who looks on.
 */
final class BriefLoops {
    /** Counters a method may have to carry in all, at all places together: more would make it too long. */
    private static final int MOST_CARRIED = 160;

    /** Never changed. */
    private static final BitSet NOTHING = new BitSet();

    private final MethodLines lines;
    private final Flow flow;
    private final Components loops;
    private final EndingLoops ending;

    /** By loop: its lines; empty if it is counted as all other code is. */
    private final BitSet[] linesOf;

    /** By place: lines to carry before it. */
    private final BitSet[] carriedAt;

    /** By line: its local counter, or -1. */
    private final int[] counterOf;

    /** By line in a loop: the lines whose counters tell its count. */
    private final int[][] summands;

    /** By line without a counter: the lines whose counts are made of what follows it. */
    private final int[][] missing;

    /** Places that loops are closed at. */
    private final BitSet starts = new BitSet();

    private int counters;

    private BriefLoops(MethodLines lines, boolean[] brief) {
        this.lines = lines;
        flow = lines.flow;
        loops = new Components(flow, brief);
        ending = new EndingLoops(lines, loops);
        linesOf = new BitSet[loops.count()];
        carriedAt = new BitSet[brief.length];
        counterOf = new int[lines.lines.length];
        Arrays.fill(counterOf, -1);
        summands = new int[counterOf.length][];
        missing = new int[counterOf.length][];
    }

    /**
     * Finds the loops of a method.
     *
     * @param frames the types at arrivals and at jumps back, which the code at a turn needs
     * @param wanted whether there shall be any
     */
    static BriefLoops of(MethodNode method, MethodLines lines, Allocation allocation, Frames frames, boolean wanted) {
        boolean[] brief = new boolean[lines.lineAt.length];
        for (int i = 0; wanted && i < brief.length; i++) {
            brief[i] = lines.lineAt[i] >= 0 && allocation.isBrief(lines.flow.code()[i]);
        }
        BriefLoops found = new BriefLoops(lines, brief);
        found.collect(frames);
        found.carry(method);
        return found;
    }

    /** The local variables that are needed. */
    int counters() {
        return counters;
    }

    /** Whether arrivals at a place are counted in local variables. */
    boolean isIn(int place) {
        return loops.of(place) >= 0 && !linesOf[loops.of(place)].isEmpty();
    }

    /** The local counter for arrivals at a place where {@link #isIn}; -1 if that of the lines behind tell. */
    int counterAt(int place) {
        return counterOf[lines.lineAt[place]];
    }

    /** The local counter of a line that {@link #carriedAt} or {@link #linesAround} names; -1 if it has none. */
    int counterOf(int line) {
        return counterOf[line];
    }

    /** The local counters whose sum is the count of such a line. */
    int[] countersOf(int line) {
        int[] counters = new int[summands[line].length];
        for (int i = 0; i < counters.length; i++) {
            counters[i] = counterOf[summands[line][i]];
        }
        return counters;
    }

    /** The lines whose counts miss an execution of a line, if an exception leaves it: it has no counter itself. */
    int[] missing(int line) {
        return missing[line] == null ? new int[0] : missing[line];
    }

    /** The lines whose counts must be carried before the instruction at a place; may be empty. */
    BitSet carriedAt(int place) {
        return carriedAt[place] == null ? NOTHING : carriedAt[place];
    }

    /** Whether a loop is closed at a place, so that counts may have to be carried there. */
    boolean turnsAt(int place) {
        return isIn(place) && loops.isTurn(place) && !ending.closesAt(place);
    }

    /** The local counters that tell at a place where {@link #turnsAt} how many rounds have not been carried. */
    int[] roundCountersAt(int place) {
        BitSet counters = new BitSet();
        counters.set(counterOf[roundLine(place)]);
        for (int i = 0; i < lines.lineAt.length; i++) {
            if (loops.of(i) == loops.of(place) && loops.isTurn(i) && ending.closesAt(i)) {
                counters.set(counterOf[roundLine(i)]);
            }
        }
        return members(counters);
    }

    /** Whether a loop is closed by a jump to this place. */
    boolean startsAt(int place) {
        return starts.get(place);
    }

    /** The lines of the loop around a place. */
    BitSet linesAround(int place) {
        return linesOf[loops.of(place)];
    }

    /** All lines that have a local counter. */
    BitSet all() {
        BitSet all = new BitSet();
        for (BitSet each : linesOf) {
            all.or(each);
        }
        return all;
    }

    /** The members of a set, ascending. Without a stream: those would load a hundred classes into the program. */
    static int[] members(BitSet set) {
        int[] members = new int[set.cardinality()];
        int count = 0;
        for (int each = set.nextSetBit(0); each >= 0; each = set.nextSetBit(each + 1)) {
            members[count++] = each;
        }
        return members;
    }

    private void collect(Frames frames) {
        boolean[] fits = new boolean[linesOf.length];
        Arrays.fill(fits, true);
        for (int i = 0; i < linesOf.length; i++) {
            linesOf[i] = new BitSet();
        }
        for (int i = 0; i < lines.lineAt.length; i++) {
            int loop = loops.of(i);
            if (loop >= 0) {
                linesOf[loop].set(lines.lineAt[i]);
                fits[loop] &= fits(i, frames);
            }
        }
        int[] carried = new int[linesOf.length];
        for (int i = 0; i < lines.lineAt.length; i++) {
            int loop = loops.of(i);
            if (loop >= 0) {
                carried[loop] += loops.isTurn(i) ? 1 : 0;
                for (int to : flow.after(i)) {
                    carried[loop] += loops.of(to) == loop ? 0 : 1;
                }
            }
        }
        for (int loop = 0; loop < linesOf.length; loop++) {
            if (!fits[loop] || carried[loop] * linesOf[loop].cardinality() > MOST_CARRIED) {
                linesOf[loop] = new BitSet();
            }
            if (!linesOf[loop].isEmpty()) {
                addCounters(loop);
            }
        }
    }

    private void addCounters(int loop) {
        BitSet places = new BitSet();
        BitSet counted = new BitSet();
        for (int i = 0; i < lines.lineAt.length; i++) {
            if (loops.of(i) == loop) {
                places.set(i);
                if (loops.isTurn(i)) {
                    counted.set(roundLine(i));
                }
            }
        }
        LoopSums sums = new LoopSums(lines, places, counted);
        for (int line : members(sums.derived())) {
            missing[line] = members(sums.missing(line));
        }
        for (int line : members(linesOf[loop])) {
            summands[line] = members(sums.summands(line));
            if (!sums.derived().get(line) && counterOf[line] < 0) {
                counterOf[line] = counters++;
            }
        }
    }

    /** Whether a loop with this instruction can be counted in local variables. */
    private boolean fits(int place, Frames frames) {
        AbstractInsnNode instruction = flow.code()[place];
        Arrival arrival = lines.arrivalAt(place);
        if (arrival != null && arrival.handler) {
            return false;
        }
        if (arrival != null && (arrival.isMixed() || arrival.fromAllocating) && frames.before(place) == null) {
            return false;
        }
        return !loops.isTurn(place) || instruction instanceof JumpInsnNode && turnFits(place, frames);
    }

    private boolean turnFits(int place, Frames frames) {
        for (int to : flow.after(place)) {
            if (frames.before(to) == null) {
                return false;
            }
        }
        return roundLine(place) >= 0;
    }

    /** A line that is entered in each round that passes a jump back, so that its count tells the rounds; -1 for none. */
    private int roundLine(int place) {
        int start = flow.after(place)[0];
        if (!lines.isPassedByOthers(place)) {
            boolean leaves = lines.jumpsBackToOwnLine(place) || !staysOnLine(start, place);
            return leaves ? lines.lineAt[place] : -1;
        }
        return lines.isPassedFrom(place, lines.lineAt[start]) ? -1 : lines.lineAt[start];
    }

    /** Whether control can go from one place to another without leaving the line of the latter. */
    private boolean staysOnLine(int from, int to) {
        BitSet seen = new BitSet();
        BitSet open = new BitSet();
        open.set(from);
        while (!open.isEmpty()) {
            int place = open.nextSetBit(0);
            open.clear(place);
            seen.set(place);
            if (lines.lineAt[place] != lines.lineAt[to]) {
                continue;
            }
            if (place == to) {
                return true;
            }
            for (int next : flow.after(place)) {
                if (!seen.get(next)) {
                    open.set(next);
                }
            }
        }
        return false;
    }

    private void carry(MethodNode method) {
        for (int from = 0; from < lines.lineAt.length; from++) {
            if (isIn(from)) {
                for (int to : flow.after(from)) {
                    if (loops.of(to) != loops.of(from)) {
                        carryAt(to, linesAround(from));
                    } else if (to <= from && !ending.closesAt(from)) {
                        starts.set(to);
                    }
                }
            }
        }
        for (TryCatchBlockNode block :
                counters == 0 ? Collections.<TryCatchBlockNode>emptyList() : method.tryCatchBlocks) {
            int handler = flow.realAfter(block.handler);
            for (int i = flow.placeOf(block.start); i < flow.placeOf(block.end) && handler >= 0; i++) {
                if (isIn(i)) {
                    carryAt(handler, linesAround(i));
                }
            }
        }
    }

    private void carryAt(int place, BitSet more) {
        if (carriedAt[place] == null) {
            carriedAt[place] = new BitSet();
        }
        carriedAt[place].or(more);
    }
}
