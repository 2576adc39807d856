package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.heapline.agent.code.Frames.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;

/** The stack map frames of a method with probes: its own ones and new ones, each with the state of the probes. */
final class StackMaps {
    private final AbstractInsnNode[] code;
    private final int ownSlots;
    private final FrameState state;
    /** The frame's own locals that were seen last, and what became of them. */
    private @Nullable List<Object> latestOwn;

    private List<Object> latest = Collections.emptyList();
    private final Map<AbstractInsnNode, LabelNode> news = new IdentityHashMap<>();

    /**
     * @param code the method's own instructions; their frames are changed
     * @param ownSlots how many local variables are the method's own
     */
    StackMaps(AbstractInsnNode[] code, int ownSlots, FrameState state) {
        this.code = code;
        this.ownSlots = ownSlots;
        this.state = state;
        relabelNews();
        padFrames();
    }

    /** To be called when all probes are in their places. */
    void complete(InsnList instructions) {
        for (Map.Entry<AbstractInsnNode, LabelNode> each : news.entrySet()) {
            instructions.insertBefore(each.getKey(), each.getValue());
        }
    }

    /** A stack map frame with the probes' state behind the method's own variables. */
    FrameNode frame(Types types) {
        List<Object> locals = withState(types.locals);
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), types.stack.size(), types.stack.toArray());
    }

    private List<Object> withState(List<Object> own) {
        if (own == latestOwn) {
            return latest;
        }
        List<Object> locals = new ArrayList<>(ownSlots + state.types().size());
        locals.addAll(own);
        int slots = 0;
        for (Object each : own) {
            slots += Frames.size(each);
        }
        for (; slots < ownSlots; slots++) {
            locals.add(Opcodes.TOP);
        }
        locals.addAll(state.types());
        latestOwn = own;
        latest = locals;
        return locals;
    }

    private void padFrames() {
        for (AbstractInsnNode each : code) {
            if (each instanceof FrameNode) {
                FrameNode frame = (FrameNode) each;
                frame.local = withState(frame.local == null ? Collections.emptyList() : frame.local);
            }
        }
    }

    /**
     * A frame names an object that is not yet initialised by the place of its NEW. A probe goes between an older label
     * and the NEW, so each NEW gets a label of its own that the frames use.
     */
    private void relabelNews() {
        Map<LabelNode, LabelNode> fresh = new IdentityHashMap<>();
        for (AbstractInsnNode each : code) {
            if (each.getOpcode() == Opcodes.NEW) {
                LabelNode label = new LabelNode();
                for (AbstractInsnNode before = each.getPrevious();
                        before != null && before.getOpcode() < 0;
                        before = before.getPrevious()) {
                    if (before instanceof LabelNode) {
                        fresh.put((LabelNode) before, label);
                    }
                }
                news.put(each, label);
            }
        }
        for (AbstractInsnNode each : code) {
            if (each instanceof FrameNode) {
                replace(((FrameNode) each).local, fresh);
                replace(((FrameNode) each).stack, fresh);
            }
        }
    }

    private static void replace(@Nullable List<Object> types, Map<LabelNode, LabelNode> fresh) {
        for (int i = 0; types != null && i < types.size(); i++) {
            Object type = types.get(i);
            if (type instanceof LabelNode && fresh.containsKey(type)) {
                types.set(i, fresh.get(type));
            }
        }
    }
}
