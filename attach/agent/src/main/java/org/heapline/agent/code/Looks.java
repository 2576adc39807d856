package org.heapline.agent.code;

import org.heapline.agent.code.Frames.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/** The looks, where a line is left, whether the memory is to be read or the thread to stop; they branch, so types are known. */
final class Looks {
    private final MethodNode method;
    private final Frames frames;
    private final boolean framed;
    private final BriefLoops loops;
    private final LoopCode loopCode;
    private final ColdCode cold;
    private final @Nullable Variables variables;

    /**
     * @param framed whether the class has stack map frames; else its code cannot branch anew
     * @param variables those that a stop shows; null if the method has no room for that
     */
    Looks(
            MethodNode method,
            Frames frames,
            boolean framed,
            BriefLoops loops,
            LoopCode loopCode,
            ColdCode cold,
            @Nullable Variables variables) {
        this.method = method;
        this.frames = frames;
        this.framed = framed;
        this.loops = loops;
        this.loopCode = loopCode;
        this.cold = cold;
        this.variables = variables;
    }

    /** The types at a place where they are known to be known. */
    Types typesAt(int place) {
        Types types = frames.before(place);
        if (types == null) {
            throw new IllegalStateException("no types at instruction " + place + " of " + method.name);
        }
        return types;
    }

    /** The types where code may branch, or null if it cannot. */
    @Nullable
    Types typesToBranch(int place) {
        return framed ? frames.before(place) : null;
    }

    /**
     * Adds a look to a probe, unless code cannot branch there.
     *
     * @param place where it happens
     * @param scope whose variables and types are there
     */
    void add(InsnList probe, int place, int scope, @Nullable Types types, int from, int to) {
        if (types == null) {
            return;
        }
        // What was counted until now belongs to the memory read until now; and who looks at a stopped thread must see
        // everything.
        InsnList counted = loops.isIn(place) ? loopCode.carryRarely(loops.linesAround(place)) : new InsnList();
        cold.addLook(probe, place, types, counted, variables == null ? null : variables.at(scope, types), from, to);
    }
}
