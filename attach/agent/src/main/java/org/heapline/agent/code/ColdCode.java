package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.List;
import org.heapline.agent.code.Frames.Types;
import org.heapline.agent.code.Variables.Variable;
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
    private final Variables variables;
    private final Handlers handlers;

    /** The variables that can be read at the places to stop, each set once. */
    private final List<List<Variable>> shown = new ArrayList<>();

    /** How many pieces there are, one behind the other. */
    private int pieces;

    /**
     * @param lines the method's line numbers
     * @param handlers those of the method also guard what lies here
     */
    ColdCode(int[] lines, ProbeCode probes, StackMaps maps, Variables variables, Handlers handlers) {
        this.lines = lines;
        this.probes = probes;
        this.maps = maps;
        this.variables = variables;
        this.handlers = handlers;
    }

    /** All of it. */
    InsnList code() {
        return code;
    }

    /** The lists of variables that can be read at the places to stop. */
    String[] names() {
        String[] names = new String[shown.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Capture.names(shown.get(i));
        }
        return names;
    }

    /**
     * Looks whether the memory is to be read or the thread to stop.
     *
     * @param probe gets the code that comes here and goes on here
     * @param place where it stands
     * @param types at the place
     * @param counted what is to be done before
     * @param locals those that can be read there; null for none
     * @param from the line that was left; -1 if that is known only at run time
     * @param to the line that is entered
     */
    void addLook(
            InsnList probe,
            int place,
            Types types,
            InsnList counted,
            @Nullable List<Variable> locals,
            int from,
            int to) {
        pieces++;
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
        if (locals != null) {
            variables.declare(locals, pieces, due, passed);
        }
        handlers.cover(place, pieces, due, passed);
        code.add(maps.frame(types));
        code.add(counted);
        code.add(probes.look(from, to, goOn));
        // Who stops here is shown the line that was left, and the locals of the place this code belongs to.
        code.add(stop);
        code.add(new LineNumberNode(lines[from < 0 ? to : from], stop));
        if (locals == null) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
        } else {
            Capture.addValues(code, locals);
        }
        code.add(probes.stop(from, to, locals == null ? -1 : numberOf(locals)));
        code.add(new JumpInsnNode(Opcodes.GOTO, goOn));
        code.add(passed);
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
        pieces++;
        code.add(full);
        code.add(new LineNumberNode(lines[line], full));
        code.add(maps.frame(types));
        code.add(carry);
        code.add(new JumpInsnNode(Opcodes.GOTO, start));
    }

    private int numberOf(List<Variable> locals) {
        int known = shown.lastIndexOf(locals);
        if (known >= 0) {
            return known;
        }
        shown.add(locals);
        return shown.size() - 1;
    }
}
