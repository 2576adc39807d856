package org.heapline.agent.code;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is known of the instructions of a class: which may allocate on the executing thread when they end normally, and
 * which may take long. Calls may; so may the first use of a class, a string or a method handle. What an instruction
 * allocates when it throws is charged where it is caught.
 */
final class Allocation {
    private final ClassNode type;

    /** Methods of the class, by name and descriptor, that end soon and never allocate when they end normally. */
    private final Set<String> free = new HashSet<>();

    /** Whether the JVM makes a note of each object of the class when {@code Object}'s constructor ends. */
    private final boolean finalized;

    Allocation(ClassNode type) {
        this.type = type;
        finalized = declaresFinalize(type);
        int before;
        do {
            // Those that call free ones are free too. Recursion is never found to be.
            before = free.size();
            for (MethodNode each : type.methods) {
                if (!free.contains(each.name + each.desc) && isFree(each)) {
                    free.add(each.name + each.desc);
                }
            }
        } while (free.size() > before);
    }

    /** Whether an instruction may allocate. */
    boolean possibleAt(AbstractInsnNode instruction) {
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
                return !((FieldInsnNode) instruction).owner.equals(type.name);
            case Opcodes.LDC:
                return !(((LdcInsnNode) instruction).cst instanceof Number);
            default:
                return false;
        }
    }

    /** Whether an instruction ends soon: it does not wait, and calls no code that is not known. */
    boolean isBrief(AbstractInsnNode instruction) {
        switch (instruction.getOpcode()) {
            case Opcodes.MONITORENTER:
            case Opcodes.INVOKEINTERFACE:
            case Opcodes.INVOKEDYNAMIC:
                return false;
            case Opcodes.INVOKEVIRTUAL:
            case Opcodes.INVOKESPECIAL:
            case Opcodes.INVOKESTATIC:
                MethodInsnNode call = (MethodInsnNode) instruction;
                return isFree(call) || isBriefOwner(call.owner) && takesNoCode(call.desc);
            default:
                return true;
        }
    }

    private static boolean declaresFinalize(ClassNode type) {
        for (MethodNode each : type.methods) {
            if (each.name.equals("finalize") && each.desc.equals("()V")) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(MethodNode method) {
        int access = method.access;
        boolean oneBody = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
                || (type.access & Opcodes.ACC_FINAL) != 0;
        if (!oneBody
                || method.name.charAt(0) == '<'
                || (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNCHRONIZED)) != 0
                || !method.tryCatchBlocks.isEmpty()) {
            return false;
        }
        for (AbstractInsnNode each : method.instructions) {
            if (possibleAt(each) || each.getOpcode() == Opcodes.MONITORENTER) {
                return false;
            }
        }
        return !new Flow(method).hasLoops();
    }

    /** Calls that are known never to allocate when they return normally, and to return soon. */
    private boolean isFree(MethodInsnNode call) {
        if (call.owner.equals(type.name)) {
            return free.contains(call.name + call.desc);
        }
        switch (call.owner) {
            case "java/lang/Object":
            case "java/lang/Record":
                return call.name.equals("<init>") && !finalized;
            case "java/lang/String":
                return is(call.name, "charAt", "length", "isEmpty", "equals", "hashCode", "startsWith", "endsWith")
                        || is(call.name, "indexOf", "lastIndexOf");
            case "java/lang/StringBuilder":
                return is(call.name, "charAt", "length");
            case "java/lang/Boolean":
            case "java/lang/Byte":
            case "java/lang/Character":
            case "java/lang/Short":
            case "java/lang/Integer":
            case "java/lang/Long":
            case "java/lang/Float":
            case "java/lang/Double":
                return call.getOpcode() == Opcodes.INVOKEVIRTUAL && call.name.endsWith("Value");
            case "java/lang/Math":
                return neverThrows(call);
            case "java/lang/System":
                return is(call.name, "nanoTime", "currentTimeMillis", "arraycopy");
            default:
                return false;
        }
    }

    /** Calls that are known to do nothing but compute. */
    static boolean neverThrows(MethodInsnNode call) {
        return call.owner.equals("java/lang/Math") && is(call.name, "abs", "min", "max", "sqrt");
    }

    private static boolean isBriefOwner(String owner) {
        switch (owner) {
            case "java/lang/String":
            case "java/lang/StringBuilder":
            case "java/lang/StringBuffer":
            case "java/lang/Math":
            case "java/lang/Character":
            case "java/lang/Boolean":
            case "java/lang/Byte":
            case "java/lang/Short":
            case "java/lang/Integer":
            case "java/lang/Long":
            case "java/lang/Float":
            case "java/lang/Double":
                return true;
            default:
                return false;
        }
    }

    /** Whether nothing is passed that could bring code of others with it. */
    private static boolean takesNoCode(String descriptor) {
        for (Type each : Type.getArgumentTypes(descriptor)) {
            Type element = each.getSort() == Type.ARRAY ? each.getElementType() : each;
            if (element.getSort() == Type.OBJECT && !element.getInternalName().equals("java/lang/String")) {
                return false;
            }
        }
        return true;
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
