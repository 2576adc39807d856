package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.List;
import org.heapline.agent.code.Variables.Variable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Reads the locals of a frame into an array, at a place where MAXMEM may stop it. */
final class Capture {
    private static final String OWNER = "java/heapline/Locals";
    private static final String ARRAY = "[Ljava/lang/Object;";

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

    /** Adds code that leaves an {@code Object[]} with their values on the stack, as {@link Packing} takes them apart. */
    static void addValues(InsnList code, List<Variable> variables) {
        if (variables.isEmpty()) {
            code.add(Instructions.number(0));
            code.add(new TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
            return;
        }
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        for (Packing kind : Packing.values()) {
            List<Variable> some = new ArrayList<>();
            for (Variable each : variables) {
                if (kind.has(each.type)) {
                    some.add(each);
                }
            }
            add(code, kind, some);
        }
    }

    private static void add(InsnList code, Packing kind, List<Variable> variables) {
        int count = variables.size();
        int inCall;
        for (int at = 0; at < count; at += inCall) {
            boolean many = kind == Packing.REFERENCES && count - at > Packing.TOGETHER;
            inCall = many ? 2 * Packing.TOGETHER : Packing.TOGETHER;
            StringBuilder descriptor = new StringBuilder("(").append(ARRAY);
            for (int i = at; i < at + inCall; i++) {
                descriptor.append(kind.descriptor);
                code.add(i < count ? load(variables.get(i)) : new InsnNode(nothing(kind)));
            }
            descriptor.append(')').append(ARRAY);
            code.add(Instructions.call(OWNER, "and", descriptor.toString()));
        }
    }

    private static VarInsnNode load(Variable variable) {
        return new VarInsnNode(variable.type.getOpcode(Opcodes.ILOAD), variable.slot);
    }

    private static int nothing(Packing kind) {
        switch (kind) {
            case INTS:
                return Opcodes.ICONST_0;
            case LONGS:
                return Opcodes.LCONST_0;
            case FLOATS:
                return Opcodes.FCONST_0;
            case DOUBLES:
                return Opcodes.DCONST_0;
            default:
                return Opcodes.ACONST_NULL;
        }
    }
}
