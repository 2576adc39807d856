package org.heapline.agent.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which instructions may allocate on the executing thread when they end normally. Calls may; so may the first use of
 * a class, a string or a method handle. What an instruction allocates when it throws is charged where it is caught.
 */
final class Allocation {
    private Allocation() {}

    static boolean possibleAt(AbstractInsnNode instruction, String ownClass) {
        switch (instruction.getOpcode()) {
            case Opcodes.NEW:
            case Opcodes.NEWARRAY:
            case Opcodes.ANEWARRAY:
            case Opcodes.MULTIANEWARRAY:
            case Opcodes.INVOKEDYNAMIC:
            case Opcodes.CHECKCAST:
            case Opcodes.INSTANCEOF:
                return true;
            case Opcodes.INVOKEVIRTUAL:
            case Opcodes.INVOKESPECIAL:
            case Opcodes.INVOKESTATIC:
            case Opcodes.INVOKEINTERFACE:
                return !isFree((MethodInsnNode) instruction);
            case Opcodes.GETSTATIC:
            case Opcodes.PUTSTATIC:
                // The running method's own class is initialised already, or is just being.
                return !((FieldInsnNode) instruction).owner.equals(ownClass);
            case Opcodes.LDC:
                return !(((LdcInsnNode) instruction).cst instanceof Number);
            default:
                return false;
        }
    }

    /** Calls into final classes of the JDK that are known never to allocate when they return normally. */
    private static boolean isFree(MethodInsnNode call) {
        switch (call.owner) {
            case "java/lang/String":
                return is(call.name, "charAt", "length", "isEmpty");
            case "java/lang/Math":
                return is(call.name, "abs", "min", "max", "sqrt");
            case "java/lang/System":
                return is(call.name, "nanoTime", "currentTimeMillis", "arraycopy");
            default:
                return false;
        }
    }

    private static boolean is(String name, String... names) {
        for (String each : names) {
            if (each.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
