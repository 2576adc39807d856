package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What the probes of a frame keep, in local variables behind the method's own: t (the thread's counters), c (this
 * method's counters), mark, entry, ahead (longs) and line (int); see {@code java.heapline.Probes}. Then come the local
 * counters (ints) of lines in {@link BriefLoops}. A silent method has no clock: t, c, line and local counters.
 */
final class FrameState {
    static final String COUNTERS = "java/heapline/ThreadCounters";

    /** Longs a line has in the counters. */
    static final int WIDTH = 4;

    private final int t;
    private final int line;
    private final int counters;
    private final boolean silent;
    private final List<Object> types;

    /**
     * @param firstSlot the first free local variable
     * @param counters how many local counters it has
     * @param silent whether the method can neither allocate nor throw
     */
    FrameState(int firstSlot, int counters, boolean silent) {
        t = firstSlot;
        line = firstSlot + (silent ? 2 : 8);
        this.counters = counters;
        this.silent = silent;
        types = new ArrayList<>(Arrays.<Object>asList(COUNTERS, "[J"));
        types.addAll(Collections.nCopies(silent ? 0 : 3, Opcodes.LONG));
        types.addAll(Collections.nCopies(1 + counters, Opcodes.INTEGER));
    }

    /** Whether the method can neither allocate nor throw. */
    boolean isSilent() {
        return silent;
    }

    /** How many local counters it has. */
    int counters() {
        return counters;
    }

    /** Slots the state takes. */
    int slots() {
        return line + 1 + counters - t;
    }

    /** The types of the state, as in a stack map frame. */
    List<Object> types() {
        return types;
    }

    /** The slot of a local counter. */
    int slotOf(int counter) {
        return line + 1 + counter;
    }

    VarInsnNode loadT() {
        return new VarInsnNode(Opcodes.ALOAD, t);
    }

    VarInsnNode storeT() {
        return new VarInsnNode(Opcodes.ASTORE, t);
    }

    VarInsnNode loadC() {
        return new VarInsnNode(Opcodes.ALOAD, t + 1);
    }

    VarInsnNode storeC() {
        return new VarInsnNode(Opcodes.ASTORE, t + 1);
    }

    VarInsnNode loadMark() {
        return new VarInsnNode(Opcodes.LLOAD, t + 2);
    }

    VarInsnNode storeMark() {
        return new VarInsnNode(Opcodes.LSTORE, t + 2);
    }

    VarInsnNode loadEntry() {
        return new VarInsnNode(Opcodes.LLOAD, t + 4);
    }

    VarInsnNode storeEntry() {
        return new VarInsnNode(Opcodes.LSTORE, t + 4);
    }

    VarInsnNode loadAhead() {
        return new VarInsnNode(Opcodes.LLOAD, t + 6);
    }

    VarInsnNode storeAhead() {
        return new VarInsnNode(Opcodes.LSTORE, t + 6);
    }

    VarInsnNode loadLine() {
        return new VarInsnNode(Opcodes.ILOAD, line);
    }

    VarInsnNode storeLine() {
        return new VarInsnNode(Opcodes.ISTORE, line);
    }

    VarInsnNode loadCounter(int counter) {
        return new VarInsnNode(Opcodes.ILOAD, slotOf(counter));
    }

    VarInsnNode storeCounter(int counter) {
        return new VarInsnNode(Opcodes.ISTORE, slotOf(counter));
    }

    /** A field of t, which lies on the stack. */
    static FieldInsnNode field(String name, String descriptor) {
        return new FieldInsnNode(Opcodes.GETFIELD, COUNTERS, name, descriptor);
    }
}
