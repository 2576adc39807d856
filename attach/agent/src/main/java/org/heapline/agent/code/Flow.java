package org.heapline.agent.code;

import java.util.IdentityHashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Where control goes from each instruction of a method. Labels, frames and line numbers are passed over. */
final class Flow {
    private static final int[] NOWHERE = new int[0];

    private final AbstractInsnNode[] code;
    private final Map<LabelNode, Integer> places = new IdentityHashMap<>();
    private final int[] realFrom;
    private final int[][] next;

    Flow(MethodNode method) {
        code = method.instructions.toArray();
        realFrom = new int[code.length + 1];
        realFrom[code.length] = -1;
        for (int i = code.length - 1; i >= 0; i--) {
            realFrom[i] = code[i].getOpcode() >= 0 ? i : realFrom[i + 1];
            if (code[i] instanceof LabelNode) {
                places.put((LabelNode) code[i], i);
            }
        }
        next = new int[code.length][];
        for (int i = 0; i < code.length; i++) {
            next[i] = code[i].getOpcode() >= 0 ? follow(i) : NOWHERE;
        }
    }

    /** The instructions, by place. */
    AbstractInsnNode[] code() {
        return code;
    }

    /** The places control goes to from a place, exceptions aside. */
    int[] after(int place) {
        return next[place];
    }

    /** Whether control can go back. */
    boolean hasLoops() {
        for (int i = 0; i < next.length; i++) {
            if (goesBack(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether control can go back from a place. */
    boolean goesBack(int place) {
        for (int to : next[place]) {
            if (to <= place) {
                return true;
            }
        }
        return false;
    }

    /** The first instruction of the method, or -1. */
    int start() {
        return realFrom[0];
    }

    /** The place of the label itself. */
    int placeOf(LabelNode label) {
        return places.getOrDefault(label, code.length);
    }

    /** The first instruction behind a label, or -1. */
    int realAfter(LabelNode label) {
        return realFrom[placeOf(label)];
    }

    private int[] follow(int place) {
        AbstractInsnNode each = code[place];
        if (each instanceof TableSwitchInsnNode) {
            TableSwitchInsnNode table = (TableSwitchInsnNode) each;
            return targets(table.dflt, table.labels.toArray(new LabelNode[0]));
        }
        if (each instanceof LookupSwitchInsnNode) {
            LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) each;
            return targets(lookup.dflt, lookup.labels.toArray(new LabelNode[0]));
        }
        int jump = each instanceof JumpInsnNode ? realAfter(((JumpInsnNode) each).label) : -1;
        int on = goesOn(each.getOpcode()) ? realFrom[place + 1] : -1;
        if (jump >= 0 && on >= 0) {
            return new int[] {jump, on};
        }
        return jump >= 0 ? new int[] {jump} : on >= 0 ? new int[] {on} : NOWHERE;
    }

    private int[] targets(LabelNode otherwise, LabelNode[] labels) {
        int[] targets = new int[labels.length + 1];
        int count = 0;
        for (int i = -1; i < labels.length; i++) {
            int target = realAfter(i < 0 ? otherwise : labels[i]);
            if (target >= 0) {
                targets[count++] = target;
            }
        }
        return count == targets.length ? targets : java.util.Arrays.copyOf(targets, count);
    }

    private static boolean goesOn(int opcode) {
        return opcode != Opcodes.GOTO
                && opcode != Opcodes.ATHROW
                && !(opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    }
}
