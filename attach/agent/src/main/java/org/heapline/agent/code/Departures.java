package org.heapline.agent.code;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Finds the places where lines that may allocate are left for sure; see {@link MethodLines#departsAt}. */
final class Departures {
    private Departures() {}

    /** The places, before the arrivals of the lines are known. */
    static BitSet of(MethodNode method, MethodLines lines) {
        BitSet departures = new BitSet();
        for (int place = 0; place < lines.lineAt.length; place++) {
            departures.set(place, isDeparture(lines, place));
        }
        departures.andNot(placesThatHandleThemselves(method, lines.flow));
        return departures;
    }

    private static boolean isDeparture(MethodLines lines, int place) {
        int line = lines.lineAt[place];
        int[] after = lines.flow.after(place);
        if (after.length != 1 || line < 0 || !lines.allocating[line]) {
            return false;
        }
        int opcode = lines.flow.code()[place].getOpcode();
        if (opcode == Opcodes.LOOKUPSWITCH || opcode == Opcodes.TABLESWITCH) {
            return false; // One without cases goes one way too, but a probe behind it would never run.
        }
        if (opcode == Opcodes.GOTO ? lines.isPassedByOthers(place) : lines.isBareJump(after[0])) {
            return false;
        }
        return lines.lineAt[lines.passed(after[0])] != line;
    }

    /**
     * Places whose exceptions come back to them. What is inserted there may throw where the stack is full, and would be
     * run for ever; or give a lock back twice.
     */
    private static BitSet placesThatHandleThemselves(MethodNode method, Flow flow) {
        BitSet places = new BitSet();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int from = flow.placeOf(block.start);
            int to = flow.placeOf(block.end);
            int handler = flow.realAfter(block.handler);
            if (from <= handler && handler < to) {
                places.set(from, to);
            }
        }
        for (int place = 0; place < flow.code().length; place++) {
            if (flow.code()[place].getOpcode() == Opcodes.MONITOREXIT) {
                places.set(place);
            }
        }
        return places;
    }
}
