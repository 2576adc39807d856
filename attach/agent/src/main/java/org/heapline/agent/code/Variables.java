package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.heapline.agent.code.Frames.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The variables of a method that a stop can show, and where each can be read. */
final class Variables {
    private static final Comparator<Variable> BY_SLOT = new Comparator<Variable>() {
        @Override
        public int compare(Variable one, Variable other) {
            return Integer.compare(one.slot, other.slot);
        }
    };

    private final MethodNode method;
    private final Flow flow;
    private final boolean named;
    private final List<Variable> all = new ArrayList<>();

    /** One variable; the same one only as itself. */
    static final class Variable {
        final String name;
        final Type type;
        final int slot;

        /** The places in the unchanged code between which it is in scope. */
        private final int from;

        private final int to;

        /** What says so for the rarely run code, and the last piece of that code it is said for. */
        private @Nullable LocalVariableNode declared;

        private int declaredIn;

        Variable(String name, Type type, int slot, int from, int to) {
            this.name = name;
            this.type = type;
            this.slot = slot;
            this.from = from;
            this.to = to;
        }
    }

    /** @param flow of the unchanged code */
    Variables(MethodNode method, Flow flow) {
        this.method = method;
        this.flow = flow;
        named = method.localVariables != null && !method.localVariables.isEmpty();
        if (named) {
            for (LocalVariableNode each : method.localVariables) {
                all.add(new Variable(
                        each.name,
                        Type.getType(each.desc),
                        each.index,
                        flow.placeOf(each.start),
                        flow.placeOf(each.end)));
            }
            // Compilers list them by the end of their scope; a reader expects the parameters first.
            Collections.sort(all, BY_SLOT);
        }
    }

    /** Those that can be read at a place, by their slots. */
    List<Variable> at(int place, Types types) {
        if (!named) {
            return unnamed(types);
        }
        List<Variable> found = new ArrayList<>(all.size());
        int entry = 0;
        int slot = 0;
        for (Variable each : all) {
            if (each.from <= place && place < each.to) {
                while (slot < each.slot && entry < types.locals.size()) {
                    slot += Frames.size(types.locals.get(entry++));
                }
                if (slot == each.slot && entry < types.locals.size() && fits(types.locals.get(entry), each.type)) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    /** Without a table of variables, those with a known type are shown by their place. */
    private List<Variable> unnamed(Types types) {
        List<Variable> found = new ArrayList<>();
        int slot = 0;
        for (Object each : types.locals) {
            Type type = typeOf(each);
            if (type != null) {
                found.add(unnamed(type, slot));
            }
            slot += Frames.size(each);
        }
        return found;
    }

    private Variable unnamed(Type type, int slot) {
        for (Variable each : all) {
            if (each.slot == slot && each.type.equals(type)) {
                return each;
            }
        }
        boolean isThis = slot == 0 && (method.access & Opcodes.ACC_STATIC) == 0;
        Variable fresh = new Variable(isThis ? "this" : "local" + slot, type, slot, 0, 0);
        all.add(fresh);
        return fresh;
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

    private static boolean fits(Object found, Type declared) {
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

    /**
     * Says that variables are in scope in a piece of the rarely run code too, if the method names its variables at all.
     *
     * @param piece its number: pieces that follow each other lie beside each other
     */
    void declare(List<Variable> variables, int piece, LabelNode from, LabelNode to) {
        if (!named) {
            return;
        }
        for (Variable each : variables) {
            if (each.declared != null && each.declaredIn == piece - 1) {
                each.declared.end = to;
            } else {
                each.declared = new LocalVariableNode(each.name, each.type.getDescriptor(), null, from, to, each.slot);
                method.localVariables.add(each.declared);
            }
            each.declaredIn = piece;
        }
    }

    /** Says that the parameters are in scope in the probe at the head too: a debugger that steps in stops there. */
    void showParametersAtTheHead() {
        if (!named) {
            return;
        }
        int parameters = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        if ((method.access & Opcodes.ACC_STATIC) != 0) {
            parameters--;
        }
        LocalVariableNode[] first = new LocalVariableNode[parameters];
        for (LocalVariableNode each : method.localVariables) {
            // Of several entries of a slot the first in the code is the parameter's.
            if (each.index < parameters
                    && (first[each.index] == null
                            || flow.placeOf(each.start) < flow.placeOf(first[each.index].start))) {
                first[each.index] = each;
            }
        }
        LabelNode head = new LabelNode();
        method.instructions.insert(head);
        for (LocalVariableNode each : first) {
            if (each != null) {
                each.start = head;
            }
        }
    }
}
