package org.heapline.agent.code;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** The jumps that close {@link BriefLoops}: there the rounds are looked at, and the counts carried when there are many. */
final class Turns {
    private final MethodNode method;
    private final MethodLines lines;
    private final BriefLoops loops;
    private final LoopCode loopCode;
    private final ProbeCode probes;
    private final ColdCode cold;
    private final StackMaps maps;
    private final Looks looks;
    private final Map<Integer, LabelNode> rounds = new HashMap<>();

    Turns(
            MethodNode method,
            MethodLines lines,
            BriefLoops loops,
            LoopCode loopCode,
            ProbeCode probes,
            ColdCode cold,
            StackMaps maps,
            Looks looks) {
        this.method = method;
        this.lines = lines;
        this.loops = loops;
        this.loopCode = loopCode;
        this.probes = probes;
        this.cold = cold;
        this.maps = maps;
        this.looks = looks;
    }

    /** A quiet loop starts another round, before which its counts may have to be carried. */
    void turn(JumpInsnNode jump, int place) {
        int start = lines.flow.after(place)[0];
        LabelNode full = new LabelNode();
        InsnList round = new InsnList();
        if (lines.jumpsBackToOwnLine(place)) {
            // A loop on one line: each round enters the line again.
            int line = lines.lineAt[place];
            if (lines.allocating[line]) {
                round.add(probes.leave(line, true));
                looks.add(round, place, start, looks.typesAt(start), line, line);
            }
            round.add(loopCode.count(place));
        }
        round.add(loopCode.lookWhetherFull(place, roundOf(start)));
        cold.addTurn(
                full,
                lines.lineAt[place],
                looks.typesAt(start),
                loopCode.carryRarely(loops.linesAround(place)),
                jump.label);
        if (jump.getOpcode() == Opcodes.GOTO) {
            method.instructions.insertBefore(jump, round);
            jump.label = full;
            return;
        }
        LabelNode behind = new LabelNode();
        jump.setOpcode(opposite(jump.getOpcode()));
        jump.label = behind;
        round.add(new JumpInsnNode(Opcodes.GOTO, full));
        round.add(behind);
        if (!hasFrame(jump.getNext())) {
            round.add(maps.frame(looks.typesAt(lines.flow.after(place)[1])));
        }
        method.instructions.insert(jump, round);
    }

    /** Where the rounds of the loop that starts at a place begin. */
    LabelNode roundOf(int start) {
        LabelNode round = rounds.get(start);
        if (round == null) {
            round = new LabelNode();
            rounds.put(start, round);
        }
        return round;
    }

    /** Whether there is a frame before the next instruction. */
    private static boolean hasFrame(@Nullable AbstractInsnNode from) {
        for (AbstractInsnNode each = from; each != null && each.getOpcode() < 0; each = each.getNext()) {
            if (each instanceof FrameNode) {
                return true;
            }
        }
        return false;
    }

    private static int opposite(int opcode) {
        switch (opcode) {
            case Opcodes.IFNULL:
                return Opcodes.IFNONNULL;
            case Opcodes.IFNONNULL:
                return Opcodes.IFNULL;
            default:
                // Opposites stand beside each other, the first of them odd.
                return ((opcode + 1) ^ 1) - 1;
        }
    }
}
