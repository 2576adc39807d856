package org.heapline.agent.code;

import java.util.List;
import org.heapline.agent.code.Variables.Variable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Reads the locals of a frame into an array, at a place where MAXMEM may stop it. */
final class Capture {
    /** As many locals as one call packs at most, and as many as the shorter one does. */
    private static final int PACKED = 6;

    private static final int FEW = 3;

    private static final String OWNER = "java/heapline/Locals";
    private static final String AND = "([Ljava/lang/Object;[Ljava/lang/Object;)[Ljava/lang/Object;";
    private static final String THREE = "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;";
    private static final String OF_FEW = "(" + THREE + ")[Ljava/lang/Object;";
    private static final String OF_MORE = "(" + THREE + THREE + ")[Ljava/lang/Object;";

    private Capture() {}

    /** {@code name|type} of each variable, a line each. */
    static String names(List<Variable> variables) {
        StringBuilder text = new StringBuilder();
        for (Variable each : variables) {
            text.append(text.length() == 0 ? "" : "\n")
                    .append(each.name)
                    .append('|')
                    .append(each.type.getClassName());
        }
        return text.toString();
    }

    /**
     * Adds code that leaves an {@code Object[]} with their values on the stack; it may be longer than there are
     * variables.
     */
    static void addValues(InsnList code, List<Variable> variables) {
        int count = variables.size();
        if (count == 0) {
            code.add(Instructions.number(0));
            code.add(new TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
        }
        for (int at = 0; at < count; at += PACKED) {
            int some = count - at <= FEW ? FEW : PACKED;
            for (int i = at; i < at + some; i++) {
                if (i < count) {
                    add(code, variables.get(i));
                } else {
                    code.add(new InsnNode(Opcodes.ACONST_NULL));
                }
            }
            code.add(Instructions.call(OWNER, "of", some == FEW ? OF_FEW : OF_MORE));
            if (at > 0) {
                code.add(Instructions.call(OWNER, "and", AND));
            }
        }
    }

    private static void add(InsnList code, Variable variable) {
        code.add(new VarInsnNode(variable.type.getOpcode(Opcodes.ILOAD), variable.slot));
        String box = boxOf(variable.type);
        if (box != null) {
            code.add(Instructions.call(box, "valueOf", "(" + variable.type.getDescriptor() + ")L" + box + ";"));
        }
    }

    private static @Nullable String boxOf(Type type) {
        switch (type.getSort()) {
            case Type.BOOLEAN:
                return "java/lang/Boolean";
            case Type.CHAR:
                return "java/lang/Character";
            case Type.BYTE:
                return "java/lang/Byte";
            case Type.SHORT:
                return "java/lang/Short";
            case Type.INT:
                return "java/lang/Integer";
            case Type.LONG:
                return "java/lang/Long";
            case Type.FLOAT:
                return "java/lang/Float";
            case Type.DOUBLE:
                return "java/lang/Double";
            default:
                return null;
        }
    }
}
