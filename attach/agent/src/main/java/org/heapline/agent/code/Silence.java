package org.heapline.agent.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Methods that can neither allocate nor throw: most getters and setters, arithmetic, and constructors that only fill
 * fields. They account for nothing, so their probes need no clock.
 */
final class Silence {
    private Silence() {}

    /** Whether a method whose lines cannot allocate is silent. */
    static boolean of(MethodNode method) {
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0 || !method.tryCatchBlocks.isEmpty()) {
            return false;
        }
        boolean keepsThis = (method.access & Opcodes.ACC_STATIC) == 0;
        for (AbstractInsnNode each : method.instructions) {
            if (each.getOpcode() == Opcodes.ASTORE && ((VarInsnNode) each).var == 0) {
                keepsThis = false;
            }
        }
        for (AbstractInsnNode each : method.instructions) {
            if (mayThrow(each, keepsThis)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayThrow(AbstractInsnNode instruction, boolean keepsThis) {
        int opcode = instruction.getOpcode();
        switch (opcode) {
            case Opcodes.IDIV:
            case Opcodes.IREM:
            case Opcodes.LDIV:
            case Opcodes.LREM:
                return !isNumberButZero(instruction.getPrevious());
            case Opcodes.GETFIELD:
                return !keepsThis || !isThis(instruction.getPrevious());
            case Opcodes.PUTFIELD:
                AbstractInsnNode value = instruction.getPrevious();
                return !keepsThis || value == null || !isPush(value) || !isThis(value.getPrevious());
            case Opcodes.INVOKESPECIAL:
            case Opcodes.INVOKESTATIC:
                return !isHarmless((MethodInsnNode) instruction);
            case Opcodes.ARRAYLENGTH:
            case Opcodes.ATHROW:
            case Opcodes.CHECKCAST:
            case Opcodes.MONITORENTER:
            case Opcodes.MONITOREXIT:
                return true;
            default:
                return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
                        || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE
                        || opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.ANEWARRAY
                        || opcode == Opcodes.INSTANCEOF
                        || opcode == Opcodes.MULTIANEWARRAY;
        }
    }

    private static boolean isHarmless(MethodInsnNode call) {
        return Allocation.neverThrows(call) || call.name.equals("<init>") && Allocation.isRoot(call.owner);
    }

    /** A label between the two would be an instruction here, and spoil it: control could come from elsewhere. */
    private static boolean isThis(@Nullable AbstractInsnNode instruction) {
        return instruction instanceof VarInsnNode
                && instruction.getOpcode() == Opcodes.ALOAD
                && ((VarInsnNode) instruction).var == 0;
    }

    private static boolean isPush(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        return opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.ALOAD;
    }

    private static boolean isNumberButZero(@Nullable AbstractInsnNode instruction) {
        if (instruction instanceof InsnNode) {
            int opcode = instruction.getOpcode();
            return opcode >= Opcodes.ICONST_M1
                    && opcode <= Opcodes.LCONST_1
                    && opcode != Opcodes.ICONST_0
                    && opcode != Opcodes.LCONST_0;
        }
        if (instruction instanceof IntInsnNode) {
            return ((IntInsnNode) instruction).operand != 0;
        }
        return instruction instanceof LdcInsnNode
                && ((LdcInsnNode) instruction).cst instanceof Number
                && ((Number) ((LdcInsnNode) instruction).cst).longValue() != 0;
    }
}
