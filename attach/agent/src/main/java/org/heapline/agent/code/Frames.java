package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.List;
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
    }

    /** By place; null where they are not kept. */
    private final @Nullable Types[] types;

    private @Nullable Types latest;

    /** The call of the constructor of the superclass or of another one of the class; null if not exactly one. */
    private @Nullable AbstractInsnNode initialisation;

    private int initialisations;

    /**
     * Follows the types through a method.
     *
     * @param wanted by place: whether the types there are kept
     */
    Frames(String owner, MethodNode method, AbstractInsnNode[] code, boolean[] wanted) {
        types = new Types[code.length];
        AnalyzerAdapter adapter =
                new AnalyzerAdapter(Opcodes.ASM9, owner, method.access, method.name, method.desc, null) {};
        for (int i = 0; i < code.length; i++) {
            AbstractInsnNode each = code[i];
            if (wanted[i]) {
                keep(i, adapter);
            }
            if (isInitialisation(each, adapter)) {
                initialisations++;
                initialisation = each;
            }
            each.accept(adapter);
        }
    }

    /** What is known before the instruction at a place, or null where types are unknown or an object is not ready. */
    @Nullable
    Types before(int place) {
        return types[place];
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

    private void keep(int place, AnalyzerAdapter adapter) {
        if (adapter.locals == null || adapter.stack == null) {
            return;
        }
        List<Object> locals = compact(adapter.locals);
        List<Object> stack = compact(adapter.stack);
        Types before = latest;
        if (before != null && before.locals.equals(locals)) {
            locals = before.locals; // The same list, by which others know that nothing has changed.
            if (before.stack.equals(stack)) {
                types[place] = before;
                return;
            }
        }
        if (isComplete(locals) && isComplete(stack)) {
            latest = new Types(locals, stack);
            types[place] = latest;
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
