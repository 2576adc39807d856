package org.heapline.agent.code;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The lines of a method and how control goes from one to another. Lines are numbered by their place in {@link #lines};
 * -1 stands for none.
 */
final class MethodLines {
    /** Jumps that lead to jumps are followed this far: they may go in a circle. */
    private static final int ONWARD = 8;

    /** The line numbers, ascending. */
    final int[] lines;

    /** By instruction: its line, or -1 for labels, frames and line numbers. */
    final int[] lineAt;

    /** By line: whether an instruction on it may allocate. */
    final boolean[] allocating;

    /** By instruction: how control comes to it. */
    private final Arrival[] arrivals;

    /** How control goes through the method. */
    final Flow flow;

    /** By jump: the lines that pass it without entering its line; null for none. */
    private final BitSet[] passers;

    private MethodLines(Flow flow, int[] lines, int[] lineAt, boolean[] allocating) {
        this.flow = flow;
        this.lines = lines;
        this.lineAt = lineAt;
        this.allocating = allocating;
        this.arrivals = new Arrival[lineAt.length];
        this.passers = new BitSet[lineAt.length];
    }

    /** How control comes to an instruction. */
    static final class Arrival {
        /** From an instruction of the same line, forwards. */
        boolean fromOwnLine;
        /** By a jump back from its own line: a loop that stands on one line. */
        boolean again;
        /** As an exception handler. */
        boolean handler;
        /** From the start of the method. */
        boolean start;
        /** From another line, one of which may allocate. */
        boolean fromAllocating;
        /** The only other line it is reached from, -1 for none, -2 for several. */
        int from = -1;

        boolean fromOtherLine() {
            return from != -1;
        }

        /** Whether control always enters the line here. */
        boolean isEntry() {
            return fromOtherLine() != start && !fromOwnLine && !again && !handler;
        }

        /** Whether there is anything to notice. Mostly control only comes from the instruction before. */
        boolean isNoticed() {
            return handler || isEntry() || isMixed();
        }

        /** Whether it depends on where control came from. */
        boolean isMixed() {
            return !handler && (again || fromOwnLine && (fromOtherLine() || start) || start && fromOtherLine());
        }
    }

    /** Looks at a method; null if it has no line numbers. */
    static @Nullable MethodLines of(MethodNode method, ClassFacts facts, boolean everyLineReads) {
        Flow flow = new Flow(method);
        AbstractInsnNode[] code = flow.code();
        int[] numberAt = new int[code.length];
        int first = 0;
        int current = 0;
        for (int i = 0; i < code.length; i++) {
            if (code[i] instanceof LineNumberNode) {
                current = facts.calls.of(((LineNumberNode) code[i]).line);
                first = first == 0 ? current : first;
            }
            numberAt[i] = code[i].getOpcode() < 0 ? 0 : Math.max(current, -1);
        }
        if (first == 0) {
            return null;
        }
        for (int i = 0; i < code.length; i++) {
            // What stands before the first line number belongs to it.
            if (code[i].getOpcode() >= 0 && numberAt[i] == 0) {
                numberAt[i] = first;
            }
        }
        int[] lines = distinct(numberAt);
        int[] lineAt = new int[code.length];
        boolean[] allocating = new boolean[lines.length];
        for (int i = 0; i < code.length; i++) {
            lineAt[i] = numberAt[i] == 0 ? -1 : Arrays.binarySearch(lines, numberAt[i]);
            if (lineAt[i] >= 0 && (everyLineReads || facts.allocation.possibleAt(code[i]))) {
                allocating[lineAt[i]] = true;
            }
        }
        MethodLines found = new MethodLines(flow, lines, lineAt, allocating);
        found.follow(method);
        return found;
    }

    private static int[] distinct(int[] numbers) {
        BitSet found = new BitSet();
        for (int number : numbers) {
            if (number > 0) {
                found.set(number);
            }
        }
        return BriefLoops.members(found);
    }

    /** Whether a line may allocate. */
    boolean allocateAnywhere() {
        for (boolean each : allocating) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /** The way control comes to the instruction at a place, or null if nothing is to be noticed there. */
    @Nullable
    Arrival arrivalAt(int place) {
        Arrival arrival = arrivals[place];
        return arrival == null || !arrival.isNoticed() ? null : arrival;
    }

    /** Whether the jump at a place closes a loop that stands on one line. */
    boolean jumpsBackToOwnLine(int place) {
        return flow.code()[place] instanceof JumpInsnNode && isLoopOnOneLine(place, flow.after(place)[0]);
    }

    /**
     * Whether a jump closes a loop that stands on one line, so that each round enters the line again. The header of a
     * loop over several lines is entered again from the last line of its body.
     */
    private boolean isLoopOnOneLine(int from, int to) {
        if (to > from || !(flow.code()[from] instanceof JumpInsnNode)) {
            return false;
        }
        for (int i = to; i <= from; i++) {
            if (lineAt[i] >= 0 && lineAt[i] != lineAt[from]) {
                return false;
            }
        }
        return true;
    }

    private void follow(MethodNode method) {
        if (flow.start() >= 0) {
            arrival(flow.start()).start = true;
        }
        for (int from = 0; from < lineAt.length; from++) {
            if (lineAt[from] >= 0) {
                for (int to : flow.after(from)) {
                    come(from, passed(to));
                    if (isBareJump(to) && (lineAt[from] != lineAt[to] || isBareJump(from))) {
                        notePasser(from, to);
                    }
                }
            }
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int handler = flow.realAfter(block.handler);
            if (handler >= 0) {
                arrival(handler).handler = true;
            }
        }
    }

    /**
     * Where a jump leads in the end. A compiler's own jump, such as the one that two branches share, has no line number
     * of its own; it only happens to lie behind a line, and who passes it does not enter that line.
     */
    private int passed(int to) {
        int place = to;
        for (int i = 0; i < ONWARD && isBareJump(place); i++) {
            place = flow.after(place)[0];
        }
        return place;
    }

    /** Whether control passes a jump from lines that do not enter the line it lies behind. */
    boolean isPassedByOthers(int place) {
        return passers[place] != null;
    }

    /** Whether control passes such a jump from this line, or it is not known from which. */
    boolean isPassedFrom(int place, int line) {
        BitSet from = passers[place];
        return from != null && (from.get(line) || from.get(lines.length));
    }

    private void notePasser(int from, int jump) {
        if (passers[jump] == null) {
            passers[jump] = new BitSet();
        }
        // One beyond the last line: by way of another jump.
        passers[jump].set(isBareJump(from) ? lines.length : lineAt[from]);
    }

    /** Whether an instruction is a jump without a line number of its own. */
    boolean isBareJump(int place) {
        AbstractInsnNode jump = flow.code()[place];
        if (jump.getOpcode() != Opcodes.GOTO) {
            return false;
        }
        AbstractInsnNode before = jump.getPrevious();
        while (before != null && before.getOpcode() < 0 && !(before instanceof LineNumberNode)) {
            before = before.getPrevious();
        }
        return !(before instanceof LineNumberNode);
    }

    private void come(int from, int to) {
        Arrival arrival = arrival(to);
        int line = lineAt[from];
        if (line != lineAt[to]) {
            arrival.from = arrival.from == -1 || arrival.from == line ? line : -2;
            arrival.fromAllocating |= allocating[line];
        } else if (isLoopOnOneLine(from, to)) {
            arrival.again = true;
        } else {
            arrival.fromOwnLine = true;
        }
    }

    private Arrival arrival(int place) {
        if (arrivals[place] == null) {
            arrivals[place] = new Arrival();
        }
        return arrivals[place];
    }
}
