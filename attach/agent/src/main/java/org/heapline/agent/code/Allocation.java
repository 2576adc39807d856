package org.heapline.agent.code;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What is known of the instructions of a class: which may allocate on the executing thread when they end normally, and
 * which may take long. Calls may; so may the first use of a class, a string or a method handle. What an instruction
 * allocates when it throws is charged where it is caught.
 */
final class Allocation {
    private final ClassNode type;
    private final UsedClasses used;

    /** Methods of the class, by name and descriptor, that end soon and never allocate when they end normally. */
    private final Set<String> free = new HashSet<>();

    /** Whether the JVM makes a note of each object of the class when {@code Object}'s constructor ends. */
    private final boolean finalized;

    /**
     * @param used what is known of other classes
     */
    Allocation(ClassNode type, UsedClasses used) {
        this.type = type;
        this.used = used;
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
                return true;
            case Opcodes.CHECKCAST:
            case Opcodes.INSTANCEOF:
                return !isLoaded(((TypeInsnNode) instruction).desc);
            case Opcodes.INVOKEVIRTUAL:
            case Opcodes.INVOKESPECIAL:
            case Opcodes.INVOKESTATIC:
            case Opcodes.INVOKEINTERFACE:
                return !isFree((MethodInsnNode) instruction);
            case Opcodes.GETSTATIC:
            case Opcodes.PUTSTATIC:
                return !isReady((FieldInsnNode) instruction);
            case Opcodes.LDC:
                Object constant = ((LdcInsnNode) instruction).cst;
                return !(constant instanceof Number) && !isLoaded(constant);
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
        if (call.owner.equals(type.name) && free.contains(call.name + call.desc)) {
            return true;
        }
        switch (call.getOpcode()) {
            case Opcodes.INVOKESPECIAL:
                return call.name.equals("<init>") && isRoot(call.owner) && !finalized;
            case Opcodes.INVOKEVIRTUAL:
                return isFinalOfAll(call) || isFreeOfJdk(call);
            default:
                return isFreeOfJdk(call);
        }
    }

    private boolean isFreeOfJdk(MethodInsnNode call) {
        return FreeCalls.contain(call) && used.canFind(call.owner);
    }

    static boolean isRoot(String owner) {
        return owner.equals("java/lang/Object") || owner.equals("java/lang/Record");
    }

    /** Methods that every class, or every enum, has and none can have otherwise. */
    private boolean isFinalOfAll(MethodInsnNode call) {
        return call.name.equals("getClass") && call.owner.equals("java/lang/Object")
                || call.name.equals("ordinal") && call.desc.equals("()I") && isEnum(call.owner)
                || call.name.equals("name") && call.desc.equals("()Ljava/lang/String;") && isEnum(call.owner);
    }

    private boolean isEnum(String owner) {
        return owner.equals(type.name) ? (type.access & Opcodes.ACC_ENUM) != 0 : used.isEnum(owner);
    }

    /** Whether a static field is of a class that is initialised already, or is the one that is just being. */
    private boolean isReady(FieldInsnNode field) {
        if (!field.owner.equals(type.name)) {
            return used.isInitialized(field.owner);
        }
        for (FieldNode each : type.fields) {
            if (each.name.equals(field.name) && each.desc.equals(field.desc)) {
                return true;
            }
        }
        return false; // Of an interface perhaps, which is initialised when its field is first asked for.
    }

    /** Whether a class, an interface or a kind of array is there already. */
    private boolean isLoaded(String name) {
        return name.equals(type.name) || (name.charAt(0) == '[' ? name.length() == 2 : used.isLoaded(name));
    }

    private boolean isLoaded(Object constant) {
        if (!(constant instanceof Type)) {
            return false;
        }
        int sort = ((Type) constant).getSort();
        return (sort == Type.OBJECT || sort == Type.ARRAY) && isLoaded(((Type) constant).getInternalName());
    }

    /** Calls that are known to do nothing but compute. */
    static boolean neverThrows(MethodInsnNode call) {
        return call.owner.equals("java/lang/Math")
                && !call.name.endsWith("Exact")
                && !call.name.startsWith("floor")
                && FreeCalls.contain(call);
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
}
