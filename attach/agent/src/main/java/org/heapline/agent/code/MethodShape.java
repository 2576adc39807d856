package org.heapline.agent.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What one look at the instructions of a method tells before it is known whether it can have probes. */
final class MethodShape {
    /** Jumps within a method of this size are short ones. */
    private static final int NEAR = 32767;

    /** Most bytes of an instruction that is no switch. */
    private static final int LONGEST = 6;

    /** Whether any instruction has a line number. */
    final boolean hasLines;

    /** Whether it calls subroutines of its own, as compilers for Java 5 made them. */
    final boolean usesSubroutines;

    /** Bytes of its code, or a little more. */
    final int size;

    private MethodShape(boolean hasLines, boolean usesSubroutines, int size) {
        this.hasLines = hasLines;
        this.usesSubroutines = usesSubroutines;
        this.size = size;
    }

    static MethodShape of(MethodNode method) {
        boolean hasLines = false;
        boolean usesSubroutines = false;
        int size = 0;
        int jumps = 0;
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            int type = each.getType();
            if (type == AbstractInsnNode.LINE) {
                hasLines = true;
            } else if (each.getOpcode() >= 0) {
                size += sizeOf(each, type);
                jumps += type == AbstractInsnNode.JUMP_INSN ? 1 : 0;
                usesSubroutines |= each.getOpcode() == Opcodes.JSR || each.getOpcode() == Opcodes.RET;
            }
        }
        // A conditional jump that has to go far is turned round, and passes another one.
        return new MethodShape(hasLines, usesSubroutines, size <= NEAR ? size : size + jumps * 5);
    }

    /** Whether a method with probes is no larger than that. */
    static boolean fits(MethodNode method, int limit) {
        return method.instructions.size() * LONGEST <= limit && !hasSwitch(method) || of(method).size <= limit;
    }

    private static boolean hasSwitch(MethodNode method) {
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            int type = each.getType();
            if (type == AbstractInsnNode.TABLESWITCH_INSN || type == AbstractInsnNode.LOOKUPSWITCH_INSN) {
                return true;
            }
        }
        return false;
    }

    private static int sizeOf(AbstractInsnNode each, int type) {
        switch (type) {
            case AbstractInsnNode.INSN:
                return 1;
            case AbstractInsnNode.INT_INSN:
                return each.getOpcode() == Opcodes.SIPUSH ? 3 : 2;
            case AbstractInsnNode.VAR_INSN:
                int slot = ((VarInsnNode) each).var;
                return slot < 4 && each.getOpcode() != Opcodes.RET ? 1 : slot < 256 ? 2 : 4;
            case AbstractInsnNode.IINC_INSN:
                IincInsnNode step = (IincInsnNode) each;
                return step.var < 256 && step.incr == (byte) step.incr ? 3 : 6;
            case AbstractInsnNode.INVOKE_DYNAMIC_INSN:
                return 5;
            case AbstractInsnNode.METHOD_INSN:
                return each.getOpcode() == Opcodes.INVOKEINTERFACE ? 5 : 3;
            case AbstractInsnNode.MULTIANEWARRAY_INSN:
                return 4;
            case AbstractInsnNode.TABLESWITCH_INSN:
                return 16 + 4 * ((TableSwitchInsnNode) each).labels.size();
            case AbstractInsnNode.LOOKUPSWITCH_INSN:
                return 12 + 8 * ((LookupSwitchInsnNode) each).labels.size();
            default:
                return 3; // Jumps, types, fields, constants.
        }
    }
}
