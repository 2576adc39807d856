package org.heapline.agent.code;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import org.heapline.agent.code.MethodLines.Arrival;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Loops in which nothing can allocate, call or wait. Their lines are counted in local variables, which the JVM keeps in
 * registers, and carried to the method's counters when control leaves the loop, and every so many rounds for who looks
 * on.
 */
final class QuietLoops {
    /** Counters a method may have to carry in all, at all places together: more would make it too long. */
    private static final int MOST_CARRIED = 160;

    private final MethodLines lines;
    private final Flow flow;
    private final Components loops;

    /** By loop: its lines; empty if it is counted as all other code is. */
    private final BitSet[] linesOf;

    /** By place: lines to carry before it. */
    private final BitSet[] carriedAt;

    /** By line: its local counter, or -1. */
    private final int[] counterOf;

    /** Places that loops are closed at. */
    private final BitSet starts = new BitSet();

    private int counters;

    private QuietLoops(MethodLines lines, boolean[] quiet) {
        this.lines = lines;
        flow = lines.flow;
        loops = new Components(flow, quiet);
        linesOf = new BitSet[loops.count()];
        carriedAt = new BitSet[quiet.length];
        counterOf = new int[lines.lines.length];
        Arrays.fill(counterOf, -1);
    }

    /**
     * Finds the loops of a method.
     *
     * @param frames the types at arrivals and at jumps back, which the code at a turn needs
     * @param wanted whether there shall be any
     */
    static QuietLoops of(MethodNode method, MethodLines lines, Frames frames, boolean wanted) {
        boolean[] quiet = new boolean[lines.lineAt.length];
        for (int i = 0; wanted && i < quiet.length; i++) {
            // A thread may wait for a lock as long as it likes; what it counted must be seen meanwhile.
            quiet[i] = lines.lineAt[i] >= 0
                    && (!lines.allocating[lines.lineAt[i]] || lines.isBareJump(i))
                    && lines.flow.code()[i].getOpcode() != Opcodes.MONITORENTER;
        }
        QuietLoops found = new QuietLoops(lines, quiet);
        found.collect(frames);
        found.carry(method);
        return found;
    }

    /** The local variables that are needed. */
    int counters() {
        return counters;
    }

    /** The local counter for arrivals at a place, or -1 if they are counted as usual. */
    int counterAt(int place) {
        return isIn(place) ? counterOf[lines.lineAt[place]] : -1;
    }

    /** The local counter of a line that {@link #carriedAt} or {@link #linesAround} names. */
    int counterOf(int line) {
        return counterOf[line];
    }

    /** The lines whose counts must be carried before the instruction at a place; may be empty. */
    BitSet carriedAt(int place) {
        return carriedAt[place] == null ? new BitSet() : carriedAt[place];
    }

    /** Whether a loop is closed at a place, so that counts may have to be carried there. */
    boolean turnsAt(int place) {
        return isIn(place) && isTurn(place);
    }

    /** The local counter that tells the rounds at a place where {@link #turnsAt}. */
    int roundCounterAt(int place) {
        return counterOf[roundLine(place)];
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

    private boolean isIn(int place) {
        return loops.of(place) >= 0 && !linesOf[loops.of(place)].isEmpty();
    }

    private boolean isTurn(int place) {
        for (int to : flow.after(place)) {
            if (to <= place && loops.of(to) == loops.of(place)) {
                return true;
            }
        }
        return false;
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
                carried[loop] += isTurn(i) ? 1 : 0;
                for (int to : flow.after(i)) {
                    carried[loop] += loops.of(to) == loop ? 0 : 1;
                }
            }
        }
        for (int loop = 0; loop < linesOf.length; loop++) {
            if (!fits[loop] || carried[loop] * linesOf[loop].cardinality() > MOST_CARRIED) {
                linesOf[loop] = new BitSet();
            }
            for (int line = linesOf[loop].nextSetBit(0); line >= 0; line = linesOf[loop].nextSetBit(line + 1)) {
                if (counterOf[line] < 0) {
                    counterOf[line] = counters++;
                }
            }
        }
    }

    /** Whether a loop with this instruction can be counted in local variables. */
    private boolean fits(int place, Frames frames) {
        AbstractInsnNode instruction = flow.code()[place];
        Arrival arrival = lines.arrivalAt(place);
        if (arrival != null && (arrival.handler || arrival.isMixed() && arrival.fromAllocating)) {
            return false;
        }
        if (arrival != null && arrival.isMixed() && frames.before(instruction) == null) {
            return false;
        }
        return !isTurn(place) || instruction instanceof JumpInsnNode && turnFits(place, frames);
    }

    private boolean turnFits(int place, Frames frames) {
        for (int to : flow.after(place)) {
            if (frames.before(flow.code()[to]) == null) {
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
                    } else if (to <= from) {
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
