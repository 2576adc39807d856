package org.heapline.agent.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Loops that end by themselves: {@code for (…; i < n; i++)}, where nothing else changes {@code i}. Nobody has to look at
 * their rounds before they end, and without that look the JVM's compiler can do with them what it does with such loops.
 */
final class EndingLoops {
    private final MethodLines lines;
    private final Flow flow;
    private final Components loops;

    EndingLoops(MethodLines lines, Components loops) {
        this.lines = lines;
        this.flow = lines.flow;
        this.loops = loops;
    }

    /**
     * Whether a jump back closes a loop without loops and allocations in it that ends by itself.
     */
    boolean closesAt(int place) {
        int start = flow.after(place)[0];
        AbstractInsnNode step = realBefore(place);
        if (start > place
                || flow.code()[place].getOpcode() != Opcodes.GOTO
                || !(step instanceof IincInsnNode)
                || ((IincInsnNode) step).incr <= 0
                || !isBelow(start, place, ((IincInsnNode) step).var)) {
            return false;
        }
        for (int i = start; i < place; i++) {
            AbstractInsnNode each = flow.code()[i];
            if (loops.isTurn(i)
                    || lines.lineAt[i] >= 0 && lines.allocating[lines.lineAt[i]]
                    || each.getOpcode() == Opcodes.ISTORE && ((VarInsnNode) each).var == ((IincInsnNode) step).var
                    || each instanceof IincInsnNode
                            && ((IincInsnNode) each).var == ((IincInsnNode) step).var
                            && ((IincInsnNode) each).incr < 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable AbstractInsnNode realBefore(int place) {
        int before = place - 1;
        while (before >= 0 && flow.code()[before].getOpcode() < 0) {
            before--;
        }
        return before < 0 ? null : flow.code()[before];
    }

    /** Whether a loop starts with the question if a variable is below something simple, and is left if not. */
    private boolean isBelow(int start, int end, int variable) {
        AbstractInsnNode first = flow.code()[start];
        if (first.getOpcode() != Opcodes.ILOAD || ((VarInsnNode) first).var != variable) {
            return false;
        }
        int place = flow.after(start)[0];
        for (int pushed = 0; pushed < 3 && place >= 0; pushed++) {
            AbstractInsnNode each = flow.code()[place];
            int[] after = flow.after(place);
            if (pushed > 0 && each.getOpcode() == Opcodes.IF_ICMPGE) {
                return after[0] > end;
            }
            if (after.length != 1 || !pushesOne(each, pushed)) {
                return false;
            }
            place = after[0];
        }
        return false;
    }

    /** Whether an instruction pushes one number, the second of two made of what the first pushed. */
    private static boolean pushesOne(AbstractInsnNode each, int before) {
        int opcode = each.getOpcode();
        if (before == 0) {
            return opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.ALOAD || opcode == Opcodes.GETSTATIC;
        }
        return opcode == Opcodes.ARRAYLENGTH
                || opcode == Opcodes.GETFIELD
                || each instanceof MethodInsnNode
                        && ((MethodInsnNode) each).desc.equals("()I")
                        && opcode != Opcodes.INVOKESTATIC;
    }
}
