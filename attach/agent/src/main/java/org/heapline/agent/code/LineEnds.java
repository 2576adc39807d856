package org.heapline.agent.code;

import java.util.List;
import org.heapline.agent.code.Frames.Types;
import org.heapline.agent.code.Variables.Variable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** The probes where lines are left that may have allocated: they are charged, and may have to stop. */
final class LineEnds {
    private final MethodNode method;
    private final MethodLines lines;
    private final AbstractInsnNode[] code;
    private final Frames frames;
    private final boolean framed;
    private final BriefLoops loops;
    private final LoopCode loopCode;
    private final ProbeCode probes;
    private final ColdCode cold;
    private final @Nullable Variables variables;

    /**
     * @param framed whether the class has stack map frames, so that code may branch
     * @param variables that can be read where MAXMEM stops; null for none
     */
    LineEnds(
            MethodNode method,
            MethodLines lines,
            Frames frames,
            boolean framed,
            BriefLoops loops,
            LoopCode loopCode,
            ProbeCode probes,
            ColdCode cold,
            @Nullable Variables variables) {
        this.method = method;
        this.lines = lines;
        this.code = lines.flow.code();
        this.frames = frames;
        this.framed = framed;
        this.loops = loops;
        this.loopCode = loopCode;
        this.probes = probes;
        this.cold = cold;
        this.variables = variables;
    }

    /** The line of a place where {@link MethodLines#departsAt} is left. */
    void depart(int place) {
        int line = lines.lineAt[place];
        InsnList probe = new InsnList();
        if (code[place].getOpcode() == Opcodes.GOTO) {
            addLeave(probe, place, line, line);
            method.instructions.insertBefore(code[place], probe);
        } else {
            addLeave(probe, place, lines.flow.after(place)[0], line, line);
            method.instructions.insert(code[place], probe);
        }
    }

    /** The line {@code from} is left before the instruction at a place; -1: whichever it is. */
    void addLeave(InsnList probe, int place, int from, int to) {
        addLeave(probe, place, place, from, to);
    }

    /** As above, with the variables and types of {@code scope}, which is the place or the next one. */
    private void addLeave(InsnList probe, int place, int scope, int from, int to) {
        Types types = typesToBranch(scope);
        boolean frameFollows = scope != place && hasFrame(code[place].getNext());
        if (types == null || !probes.readsMemorySeldom() || from >= 0 && lines.sure[from]) {
            probe.add(probes.leave(from, types != null));
            addLook(probe, place, scope, types, from, to);
            if (frameFollows) {
                probe.add(new InsnNode(Opcodes.NOP)); // Two frames must not be at one place.
            }
            return;
        }
        // In a brief loop a line's memory is noted when its count is carried.
        LabelNode unsettled = new LabelNode();
        probe.add(probes.unlessSettled(from, loops.isIn(place), unsettled));
        cold.addDeparture(
                probe, unsettled, !frameFollows, place, types, counted(place), locals(scope, types), from, to);
    }

    /**
     * The look whether the memory is to be read or the thread to stop.
     *
     * @param place where it happens
     * @param scope whose variables and types are there
     */
    void addLook(InsnList probe, int place, int scope, @Nullable Types types, int from, int to) {
        if (types == null) {
            return;
        }
        cold.addLook(probe, place, types, counted(place), locals(scope, types), from, to);
    }

    /** The types where code may branch, or null if it cannot. */
    @Nullable
    Types typesToBranch(int place) {
        return framed ? frames.before(place) : null;
    }

    /** Whether there is a frame before the next instruction. */
    static boolean hasFrame(@Nullable AbstractInsnNode from) {
        for (AbstractInsnNode each = from; each != null && each.getOpcode() < 0; each = each.getNext()) {
            if (each instanceof FrameNode) {
                return true;
            }
        }
        return false;
    }

    /** What was counted until now belongs to the memory read until now; and who looks at a stopped thread must see all. */
    private InsnList counted(int place) {
        return loops.isIn(place) ? loopCode.carryRarely(loops.linesAround(place)) : new InsnList();
    }

    private @Nullable List<Variable> locals(int scope, Types types) {
        return variables == null ? null : variables.at(scope, types);
    }
}
