package org.heapline.agent.code;

import static org.heapline.agent.code.FrameState.WIDTH;
import static org.heapline.agent.code.Instructions.call;
import static org.heapline.agent.code.Instructions.list;
import static org.heapline.agent.code.Instructions.number;
import static org.heapline.agent.code.ProbeCode.PROBES;

import java.util.BitSet;
import java.util.Collections;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;

/** The bytecode of the probes in {@link BriefLoops}. */
final class LoopCode {
    /** 2 to this: rounds of a brief loop after which its counts are carried: some microseconds, for who looks on. */
    private static final int ROUNDS = 12;

    /** Lines that one call takes. */
    private static final int CARRIED = 10;

    /** Most operands of a probe in or behind a brief loop: those of {@link #carryRarely}, one sum being added up. */
    static final int OPERANDS = 2 + 2 * CARRIED + 1;

    private static final String T = "L" + FrameState.COUNTERS + ";";

    private static final String CARRY = "(" + T + "[J" + String.join("", Collections.nCopies(CARRIED, "II")) + ")V";

    private final BriefLoops loops;
    private final FrameState state;

    LoopCode(BriefLoops loops, FrameState state) {
        this.loops = loops;
        this.state = state;
    }

    /** Counts an arrival at a place in a loop, unless the counts of the lines behind tell it. */
    InsnList count(int place) {
        int counter = loops.counterAt(place);
        return counter < 0 ? new InsnList() : list(new IincInsnNode(state.slotOf(counter), 1));
    }

    /** Jumps to {@code same} if control comes from the line itself. */
    InsnList unlessOn(int to, LabelNode same) {
        InsnList code = new InsnList();
        code.add(state.loadLine());
        code.add(number(to * WIDTH));
        code.add(new JumpInsnNode(Opcodes.IF_ICMPEQ, same));
        return code;
    }

    /** Goes on with another round at a turn, unless local counters have come to where they must be carried. */
    InsnList lookWhetherFull(int place, LabelNode round) {
        int[] counters = loops.roundCountersAt(place);
        InsnList code = new InsnList();
        for (int i = 0; i < counters.length; i++) {
            code.add(state.loadCounter(counters[i]));
            if (i > 0) {
                code.add(new InsnNode(Opcodes.IOR));
            }
        }
        if (counters.length == 1) {
            code.add(number(1 << ROUNDS));
            code.add(new JumpInsnNode(Opcodes.IF_ICMPLT, round));
        } else {
            code.add(number(ROUNDS));
            code.add(new InsnNode(Opcodes.IUSHR));
            code.add(new JumpInsnNode(Opcodes.IFEQ, round));
        }
        return code;
    }

    /** Adds the local counters of lines to the method's counters, where that may happen often. */
    InsnList carry(BitSet lines) {
        InsnList code = new InsnList();
        for (int line : BriefLoops.members(lines)) {
            code.add(state.loadT());
            code.add(state.loadC());
            code.add(number(line * WIDTH));
            code.add(sum(line));
            code.add(call(PROBES, "carry", "(" + T + "[JII)V"));
        }
        code.add(clear(lines));
        return code;
    }

    /** As {@link #carry}, in the middle of a loop. */
    InsnList carryRarely(BitSet lines) {
        int[] all = BriefLoops.members(lines);
        InsnList code = new InsnList();
        for (int first = 0; first < all.length; first += CARRIED) {
            code.add(state.loadT());
            code.add(state.loadC());
            for (int i = first; i < first + CARRIED; i++) {
                code.add(number(i < all.length ? all[i] * WIDTH : 0));
                code.add(i < all.length ? sum(all[i]) : list(number(0)));
            }
            code.add(call(PROBES, "carryRarely", CARRY));
        }
        code.add(clear(lines));
        return code;
    }

    /** As {@link #carry}, after an exception: the line it left may have had no counter. */
    InsnList carryBroken(BitSet lines) {
        InsnList code = carryRarely(lines);
        for (int line : BriefLoops.members(lines)) {
            for (int missing : loops.missing(line)) {
                code.add(state.loadT());
                code.add(state.loadC());
                code.add(state.loadLine());
                code.add(number(line * WIDTH));
                code.add(number(missing * WIDTH));
                code.add(call(PROBES, "broken", "(" + T + "[JIII)V"));
            }
        }
        return code;
    }

    /** The count of a line. */
    private InsnList sum(int line) {
        InsnList code = new InsnList();
        for (int counter : loops.countersOf(line)) {
            boolean first = code.size() == 0;
            code.add(state.loadCounter(counter));
            if (!first) {
                code.add(new InsnNode(Opcodes.IADD));
            }
        }
        return code;
    }

    private InsnList clear(BitSet lines) {
        BitSet counters = new BitSet();
        for (int line : BriefLoops.members(lines)) {
            if (loops.counterOf(line) >= 0) {
                counters.set(loops.counterOf(line));
            }
        }
        InsnList code = new InsnList();
        for (int counter : BriefLoops.members(counters)) {
            code.add(number(0));
            code.add(state.storeCounter(counter));
        }
        return code;
    }
}
