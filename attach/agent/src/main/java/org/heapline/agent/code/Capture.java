package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.heapline.agent.code.Frames.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Reads the locals of a frame into an array, at a place where MAXMEM may stop it. */
final class Capture {
    private static final Comparator<Variable> BY_SLOT = new Comparator<Variable>() {
        @Override
        public int compare(Variable one, Variable other) {
            return Integer.compare(one.slot, other.slot);
        }
    };

    private final MethodNode method;
    private final List<Variable> variables = new ArrayList<>();

    private static final class Variable {
        final String name;
        final Type type;
        final int slot;

        Variable(String name, Type type, int slot) {
            this.name = name;
            this.type = type;
            this.slot = slot;
        }
    }

    /**
     * The variables that can be read at a place.
     *
     * @param place index of the instruction in the unchanged code
     * @param flow of the unchanged code
     */
    Capture(MethodNode method, int place, Flow flow, Types types) {
        this.method = method;
        if (method.localVariables == null || method.localVariables.isEmpty()) {
            addUnnamed(method, types);
            return;
        }
        for (LocalVariableNode each : method.localVariables) {
            Type type = Type.getType(each.desc);
            if (flow.placeOf(each.start) <= place
                    && place < flow.placeOf(each.end)
                    && fits(types.local(each.index), type)) {
                variables.add(new Variable(each.name, type, each.index));
            }
        }
        // Compilers list them by the end of their scope; a reader expects the parameters first.
        Collections.sort(variables, BY_SLOT);
    }

    /** Without a table of variables, those with a known type are shown by their place. */
    private void addUnnamed(MethodNode method, Types types) {
        int slot = 0;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        for (Object each : types.locals) {
            Type type = typeOf(each);
            if (type != null) {
                variables.add(new Variable(slot == 0 && !isStatic ? "this" : "local" + slot, type, slot));
            }
            slot += Frames.size(each);
        }
    }

    private static @Nullable Type typeOf(Object frameType) {
        if (frameType instanceof String) {
            return Type.getObjectType((String) frameType);
        }
        if (frameType == Opcodes.INTEGER) {
            return Type.INT_TYPE;
        }
        if (frameType == Opcodes.LONG) {
            return Type.LONG_TYPE;
        }
        if (frameType == Opcodes.FLOAT) {
            return Type.FLOAT_TYPE;
        }
        return frameType == Opcodes.DOUBLE ? Type.DOUBLE_TYPE : null;
    }

    private static boolean fits(@Nullable Object found, Type declared) {
        if (found == null) {
            return false;
        }
        switch (declared.getSort()) {
            case Type.LONG:
                return found == Opcodes.LONG;
            case Type.DOUBLE:
                return found == Opcodes.DOUBLE;
            case Type.FLOAT:
                return found == Opcodes.FLOAT;
            case Type.OBJECT:
            case Type.ARRAY:
                return found instanceof String || found == Opcodes.NULL;
            default:
                return found == Opcodes.INTEGER;
        }
    }

    /** Says that the variables are in scope there too, if the method names its variables at all. */
    void declare(LabelNode from, LabelNode to) {
        if (method.localVariables == null || method.localVariables.isEmpty()) {
            return;
        }
        for (Variable each : variables) {
            method.localVariables.add(
                    new LocalVariableNode(each.name, each.type.getDescriptor(), null, from, to, each.slot));
        }
    }

    /** Says that the parameters are in scope in the probe at the head too: a debugger that steps in stops there. */
    static void showParametersAtTheHead(MethodNode method) {
        if (method.localVariables == null) {
            return;
        }
        int parameters = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        if ((method.access & Opcodes.ACC_STATIC) != 0) {
            parameters--;
        }
        LabelNode head = new LabelNode();
        method.instructions.insert(head);
        for (LocalVariableNode each : method.localVariables) {
            // Of several entries of a slot the first in the code is the parameter's.
            if (each.index < parameters && isFirst(method, each)) {
                each.start = head;
            }
        }
    }

    private static boolean isFirst(MethodNode method, LocalVariableNode variable) {
        int at = method.instructions.indexOf(variable.start);
        for (LocalVariableNode each : method.localVariables) {
            if (each.index == variable.index && method.instructions.indexOf(each.start) < at) {
                return false;
            }
        }
        return true;
    }

    /** {@code name|type} of each, a line each. */
    String names() {
        StringBuilder text = new StringBuilder();
        for (Variable each : variables) {
            text.append(text.length() == 0 ? "" : "\n")
                    .append(each.name)
                    .append('|')
                    .append(each.type.getClassName());
        }
        return text.toString();
    }

    /** Leaves an {@code Object[]} with the values on the stack. */
    InsnList values() {
        InsnList code = new InsnList();
        code.add(Instructions.number(variables.size()));
        code.add(new TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
        for (int i = 0; i < variables.size(); i++) {
            Variable each = variables.get(i);
            code.add(new InsnNode(Opcodes.DUP));
            code.add(Instructions.number(i));
            code.add(new VarInsnNode(each.type.getOpcode(Opcodes.ILOAD), each.slot));
            String box = boxOf(each.type);
            if (box != null) {
                code.add(Instructions.call(box, "valueOf", "(" + each.type.getDescriptor() + ")L" + box + ";"));
            }
            code.add(new InsnNode(Opcodes.AASTORE));
        }
        return code;
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
