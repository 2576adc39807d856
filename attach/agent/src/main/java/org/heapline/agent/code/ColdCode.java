package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.List;
import org.heapline.agent.code.Frames.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;

/** What is rarely run of the probes; it lies at the end of the method. */
final class ColdCode {
    private final int[] lines;
    private final ProbeCode probes;
    private final StackMaps maps;
    private final InsnList code = new InsnList();
    private final List<String> names = new ArrayList<>();

    /** @param lines the method's line numbers */
    ColdCode(int[] lines, ProbeCode probes, StackMaps maps) {
        this.lines = lines;
        this.probes = probes;
        this.maps = maps;
    }

    /** All of it. */
    InsnList code() {
        return code;
    }

    /** The lists of variables that can be read at the places to stop. */
    String[] names() {
        return names.toArray(new String[0]);
    }

    /**
     * Looks whether the memory is to be read or the thread to stop.
     *
     * @param probe gets the code that comes here and goes on here
     * @param types at the place
     * @param counted what is to be done before
     * @param capture of the locals there, or null
     * @param from the line that was left; -1 if that is known only at run time
     * @param to the line that is entered
     * @return labels before and behind it
     */
    LabelNode[] addLook(InsnList probe, Types types, InsnList counted, @Nullable Capture capture, int from, int to) {
        LabelNode due = new LabelNode();
        LabelNode goOn = new LabelNode();
        LabelNode stop = new LabelNode();
        LabelNode passed = new LabelNode();
        probe.add(probes.lookWhetherDue(due));
        probe.add(goOn);
        probe.add(maps.frame(types));
        code.add(due);
        // To a debugger that steps the look is a part of the line that is entered, as the probe before it.
        code.add(new LineNumberNode(lines[to], due));
        if (capture != null) {
            capture.declare(due, passed);
        }
        code.add(maps.frame(types));
        code.add(counted);
        code.add(probes.look(from, to, goOn));
        // Who stops here is shown the line that was left, and the locals of the place this code belongs to.
        code.add(stop);
        code.add(new LineNumberNode(lines[from < 0 ? to : from], stop));
        code.add(probes.stopArguments(from, to, capture == null ? -1 : numberOf(capture.names())));
        code.add(capture == null ? Instructions.list(new InsnNode(Opcodes.ACONST_NULL)) : capture.values());
        code.add(probes.stop());
        code.add(new JumpInsnNode(Opcodes.GOTO, goOn));
        code.add(passed);
        return new LabelNode[] {due, passed};
    }

    /**
     * The counts of a loop are carried before its next round.
     *
     * @param full where the loop comes from
     * @param line whose end the turn is
     * @param types at the loop's start
     * @param start where the next round begins
     */
    void addTurn(LabelNode full, int line, Types types, InsnList carry, LabelNode start) {
        code.add(full);
        code.add(new LineNumberNode(lines[line], full));
        code.add(maps.frame(types));
        code.add(carry);
        code.add(new JumpInsnNode(Opcodes.GOTO, start));
    }

    private int numberOf(String variables) {
        int known = names.indexOf(variables);
        if (known >= 0) {
            return known;
        }
        names.add(variables);
        return names.size() - 1;
    }
}
