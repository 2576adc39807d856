package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The types of locals and operand stack before each instruction, found in one pass over the unchanged code. */
final class Frames {
    /** Types as in {@link FrameNode}: a long or double is one entry. */
    static final class Types {
        final List<Object> locals;
        final List<Object> stack;

        Types(List<Object> locals, List<Object> stack) {
            this.locals = locals;
            this.stack = stack;
        }

        /** The type in a local variable, or null if there is none to read. */
        @Nullable
        Object local(int slot) {
            int at = 0;
            for (Object type : locals) {
                if (at == slot) {
                    return type == Opcodes.TOP ? null : type;
                }
                at += size(type);
            }
            return null;
        }
    }

    private final Map<AbstractInsnNode, Types> types = new IdentityHashMap<>();

    /** The call of the constructor of the superclass or of another one of the class; null if not exactly one. */
    private @Nullable AbstractInsnNode initialisation;

    private int initialisations;

    /**
     * Follows the types through a method.
     *
     * @param wanted instructions whose types are kept
     */
    Frames(String owner, MethodNode method, java.util.Set<AbstractInsnNode> wanted) {
        AnalyzerAdapter adapter =
                new AnalyzerAdapter(Opcodes.ASM9, owner, method.access, method.name, method.desc, null) {};
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            if (wanted.contains(each)) {
                keep(each, adapter);
            }
            if (isInitialisation(each, adapter)) {
                initialisations++;
                initialisation = each;
            }
            each.accept(adapter);
        }
    }

    /** What is known before an instruction, or null where types are unknown or an object is not yet initialised. */
    @Nullable
    Types before(AbstractInsnNode instruction) {
        return types.get(instruction);
    }

    @Nullable
    AbstractInsnNode initialisation() {
        return initialisations == 1 ? initialisation : null;
    }

    private static boolean isInitialisation(AbstractInsnNode each, AnalyzerAdapter adapter) {
        if (each.getOpcode() != Opcodes.INVOKESPECIAL || adapter.stack == null) {
            return false;
        }
        MethodInsnNode call = (MethodInsnNode) each;
        int arguments = (org.objectweb.asm.Type.getArgumentsAndReturnSizes(call.desc) >> 2) - 1;
        int at = adapter.stack.size() - 1 - arguments;
        return call.name.equals("<init>") && at >= 0 && adapter.stack.get(at) == Opcodes.UNINITIALIZED_THIS;
    }

    private void keep(AbstractInsnNode each, AnalyzerAdapter adapter) {
        if (adapter.locals == null || adapter.stack == null) {
            return;
        }
        List<Object> locals = compact(adapter.locals);
        List<Object> stack = compact(adapter.stack);
        if (isComplete(locals) && isComplete(stack)) {
            types.put(each, new Types(locals, stack));
        }
    }

    private static boolean isComplete(List<Object> types) {
        for (Object type : types) {
            if (type instanceof Label || type instanceof LabelNode || type == Opcodes.UNINITIALIZED_THIS) {
                return false;
            }
        }
        return true;
    }

    /** The adapter has two entries for a long or double, frames have one. */
    private static List<Object> compact(List<Object> expanded) {
        List<Object> compact = new ArrayList<>(expanded.size());
        for (int i = 0; i < expanded.size(); i++) {
            compact.add(expanded.get(i));
            if (size(expanded.get(i)) == 2) {
                i++;
            }
        }
        return compact;
    }

    /** Slots a type takes. */
    static int size(Object type) {
        return type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
}
