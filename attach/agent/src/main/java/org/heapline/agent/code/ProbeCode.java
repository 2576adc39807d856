package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The bytecode of each probe. A frame's state lies in local variables behind the method's own: t (the thread's
 * counters), c (this method's counters), mark, entry, saved (longs) and line (int); see {@code java.heapline.Probes}.
 * Then come the local counters (ints) of lines in {@link BriefLoops}. A silent method has no clock: t, c, line and local counters.
 */
final class ProbeCode {
    static final String PROBES = "java/heapline/Probes";
    static final String COUNTERS = "java/heapline/ThreadCounters";

    /** 2 to this: rounds of a brief loop after which its counts are carried: some microseconds, for who looks on. */
    private static final int ROUNDS = 12;

    /** An id is pushed in two parts of so many bits. */
    private static final int ID_BITS = 15;

    /** Longs a line has in the counters. */
    private static final int WIDTH = 4;

    private static final String T = "L" + COUNTERS + ";";

    /** Lines that one call takes. */
    private static final int CARRIED = 10;

    private static final String CARRY = "(" + T + "[J" + String.join("", Collections.nCopies(CARRIED, "II")) + ")V";

    private final String owner;
    private final List<IntInsnNode[]> ids = new ArrayList<>();
    private final int lines;
    private final int t;
    private final int c;
    private final int mark;
    private final int entry;
    private final int saved;
    private final int line;
    private final int counters;
    private final boolean silent;

    /**
     * @param owner the class whose probes are called
     * @param lines how many lines it has
     * @param firstSlot the first free local variable
     * @param counters how many local counters it has
     * @param silent whether the method can neither allocate nor throw
     */
    ProbeCode(String owner, int lines, int firstSlot, int counters, boolean silent) {
        this.owner = owner;
        this.lines = lines;
        t = firstSlot;
        c = firstSlot + 1;
        mark = firstSlot + 2;
        entry = firstSlot + 4;
        saved = firstSlot + 6;
        line = firstSlot + (silent ? 2 : 8);
        this.counters = counters;
        this.silent = silent;
    }

    /** Gives the method its id, once it is sure that it is profiled. */
    void setId(int id) {
        for (IntInsnNode[] each : ids) {
            each[0].operand = id >>> ID_BITS;
            each[1].operand = id & (1 << ID_BITS) - 1;
        }
    }

    /**
     * Pushes the id. Not as a constant of the class: with each change of a class the JVM adds the constants that are new
     * to those of all changes before, and ids are never the same.
     */
    private InsnList id() {
        IntInsnNode high = new IntInsnNode(Opcodes.SIPUSH, 0);
        IntInsnNode low = new IntInsnNode(Opcodes.SIPUSH, 0);
        ids.add(new IntInsnNode[] {high, low});
        InsnList code = list(high);
        code.add(number(ID_BITS));
        code.add(new InsnNode(Opcodes.ISHL));
        code.add(low);
        code.add(new InsnNode(Opcodes.IOR));
        return code;
    }

    /** Slots the state takes. */
    int slots() {
        return line + 1 + counters - t;
    }

    /** The types of the state, as in a stack map frame. */
    List<Object> stateTypes() {
        List<Object> types = new ArrayList<>(Arrays.<Object>asList(COUNTERS, "[J"));
        types.addAll(Collections.nCopies(silent ? 0 : 3, Opcodes.LONG));
        types.addAll(Collections.nCopies(1 + counters, Opcodes.INTEGER));
        return types;
    }

    InsnList enter() {
        InsnList code = new InsnList();
        code.add(id());
        code.add(number(lines));
        code.add(call(owner, silent ? "pass" : "enter", "(II)" + T));
        code.add(store(Opcodes.ASTORE, t));
        code.add(load(Opcodes.ALOAD, t));
        code.add(field("current", "[J"));
        code.add(store(Opcodes.ASTORE, c));
        if (!silent) {
            code.add(load(Opcodes.ALOAD, t));
            code.add(field("now", "J"));
            code.add(new InsnNode(Opcodes.DUP2));
            code.add(store(Opcodes.LSTORE, mark));
            code.add(store(Opcodes.LSTORE, entry));
            code.add(load(Opcodes.ALOAD, t));
            code.add(field("saved", "J"));
            code.add(store(Opcodes.LSTORE, saved));
        }
        code.add(nowOn(-1));
        for (int i = 0; i < counters; i++) {
            code.add(new InsnNode(Opcodes.ICONST_0));
            code.add(store(Opcodes.ISTORE, local(i)));
        }
        return code;
    }

    private int local(int counter) {
        return line + 1 + counter;
    }

    /** A line is entered that has a local counter. */
    InsnList countLocally(int counter) {
        InsnList code = new InsnList();
        code.add(new IincInsnNode(local(counter), 1));
        return code;
    }

    /** Jumps to {@code same} if control comes from the line itself. */
    InsnList unlessOn(int to, LabelNode same) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ILOAD, line));
        code.add(number(to * WIDTH));
        code.add(new JumpInsnNode(Opcodes.IF_ICMPEQ, same));
        return code;
    }

    /** Goes on with another round unless local counters have come to where they must be carried. */
    InsnList lookWhetherFull(int[] counters, LabelNode round) {
        InsnList code = new InsnList();
        for (int i = 0; i < counters.length; i++) {
            code.add(load(Opcodes.ILOAD, local(counters[i])));
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

    /**
     * Adds sums of local counters to the method's counters. As {@link #carryRarely}, where it may happen often.
     *
     * @param tos lines
     * @param locals the counters of each
     */
    InsnList carry(int[] tos, int[][] locals) {
        InsnList code = new InsnList();
        for (int i = 0; i < tos.length; i++) {
            code.add(load(Opcodes.ALOAD, t));
            code.add(load(Opcodes.ALOAD, c));
            code.add(number(tos[i] * WIDTH));
            code.add(sum(locals[i]));
            code.add(call(PROBES, "carry", "(" + T + "[JII)V"));
        }
        return code;
    }

    /** As {@link #carry}, in the middle of a loop. */
    InsnList carryRarely(int[] tos, int[][] locals) {
        InsnList code = new InsnList();
        for (int first = 0; first < tos.length; first += CARRIED) {
            code.add(load(Opcodes.ALOAD, t));
            code.add(load(Opcodes.ALOAD, c));
            for (int i = first; i < first + CARRIED; i++) {
                code.add(number(i < tos.length ? tos[i] * WIDTH : 0));
                code.add(i < tos.length ? sum(locals[i]) : list(number(0)));
            }
            code.add(call(PROBES, "carryRarely", CARRY));
        }
        return code;
    }

    private InsnList sum(int[] locals) {
        InsnList code = new InsnList();
        for (int i = 0; i < locals.length; i++) {
            code.add(load(Opcodes.ILOAD, local(locals[i])));
            if (i > 0) {
                code.add(new InsnNode(Opcodes.IADD));
            }
        }
        return code;
    }

    private static InsnList list(AbstractInsnNode only) {
        InsnList code = new InsnList();
        code.add(only);
        return code;
    }

    /** If an exception has left {@code derived}, which has no counter of its own, {@code missing} is to be counted. */
    InsnList broken(int derived, int missing) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.ALOAD, c));
        code.add(load(Opcodes.ILOAD, line));
        code.add(number(derived * WIDTH));
        code.add(number(missing * WIDTH));
        code.add(call(PROBES, "broken", "(" + T + "[JIII)V"));
        return code;
    }

    /** Clears local counters. */
    InsnList clear(int[] locals) {
        InsnList code = new InsnList();
        for (int each : locals) {
            code.add(number(0));
            code.add(store(Opcodes.ISTORE, local(each)));
        }
        return code;
    }

    /** The line is entered: counted, and where it cannot allocate its memory is noted. */
    InsnList count(int to, boolean allocating) {
        InsnList code = new InsnList();
        if (!allocating) {
            code.add(load(Opcodes.ALOAD, t));
        }
        code.add(load(Opcodes.ALOAD, c));
        code.add(number(to * WIDTH));
        code.add(call(owner, allocating ? "count" : "hit", allocating ? "([JI)V" : "(" + T + "[JI)V"));
        return code;
    }

    /** Notes the line for exceptions and for places that are reached from several. */
    InsnList nowOn(int to) {
        InsnList code = new InsnList();
        code.add(number(to < 0 ? to : to * WIDTH));
        code.add(store(Opcodes.ISTORE, line));
        return code;
    }

    /** The line {@code from} is left; -1: whichever it is. Without {@code looks} all is done in the call. */
    InsnList leave(int from, boolean looks) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.ALOAD, c));
        code.add(lineOr(from));
        code.add(load(Opcodes.LLOAD, mark));
        if (looks) {
            code.add(call(owner, "leave", "(" + T + "[JIJ)J"));
        } else {
            code.add(id());
            code.add(call(owner, "leaveOrStop", "(" + T + "[JIJI)J"));
        }
        code.add(store(Opcodes.LSTORE, mark));
        return code;
    }

    /** As {@link #leave}, where the line may be unknown: then {@code to} is left. */
    InsnList leaveAny(int to) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.ALOAD, c));
        code.add(load(Opcodes.ILOAD, line));
        code.add(number(to * WIDTH));
        code.add(load(Opcodes.LLOAD, mark));
        code.add(call(PROBES, "leaveAny", "(" + T + "[JIIJ)J"));
        code.add(store(Opcodes.LSTORE, mark));
        return code;
    }

    /** Jumps to {@code cold} if the memory is to be read or the thread to stop. */
    InsnList lookWhetherDue(LabelNode cold) {
        InsnList code = new InsnList();
        if (readsMemorySeldom()) {
            code.add(load(Opcodes.LLOAD, mark));
            code.add(load(Opcodes.ALOAD, t));
            code.add(field("lookAt", "J"));
            code.add(new InsnNode(Opcodes.LCMP));
            code.add(new JumpInsnNode(Opcodes.IFGE, cold));
        }
        code.add(new FieldInsnNode(Opcodes.GETSTATIC, PROBES, "stopping", "Z"));
        code.add(new JumpInsnNode(Opcodes.IFNE, cold));
        return code;
    }

    /** Reads the memory if that is due; jumps to {@code goOn} if the thread does not have to stop. */
    InsnList look(int from, int to, LabelNode goOn) {
        InsnList code = new InsnList();
        if (readsMemorySeldom()) {
            code.add(load(Opcodes.ALOAD, t));
            code.add(load(Opcodes.ALOAD, c));
            code.add(lineOr(from));
            code.add(number(to * WIDTH));
            code.add(load(Opcodes.LLOAD, mark));
            code.add(load(Opcodes.LLOAD, entry));
            code.add(call(PROBES, "look", "(" + T + "[JIIJJ)Z"));
            code.add(new JumpInsnNode(Opcodes.IFEQ, goOn));
        }
        return code;
    }

    /** Whether the memory of the JVM is read every so many bytes, not at every line. */
    private boolean readsMemorySeldom() {
        return owner.equals(PROBES);
    }

    /** As {@link #move}, where no line that control may come from can allocate. */
    InsnList moveQuietly(int to) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.ALOAD, c));
        code.add(load(Opcodes.ILOAD, line));
        code.add(number(to * WIDTH));
        code.add(call(PROBES, "moveQuietly", "(" + T + "[JII)V"));
        return code;
    }

    /** A place is reached that belongs to line {@code to} and is reached from this line and from others. */
    InsnList move(int to, boolean allocating, boolean canStop) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.ALOAD, c));
        code.add(load(Opcodes.ILOAD, line));
        code.add(number(to * WIDTH));
        code.add(load(Opcodes.LLOAD, mark));
        code.add(canStop ? list(number(-1)) : id());
        code.add(call(owner, allocating ? "move" : "moveHit", "(" + T + "[JIIJI)J"));
        code.add(store(Opcodes.LSTORE, mark));
        return code;
    }

    /** An exception is caught on line {@code to}. */
    InsnList caught(int to) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.ALOAD, c));
        code.add(load(Opcodes.ILOAD, line));
        code.add(number(to * WIDTH));
        code.add(load(Opcodes.LLOAD, mark));
        code.add(id());
        code.add(call(owner, "caught", "(" + T + "[JIIJI)J"));
        code.add(store(Opcodes.LSTORE, mark));
        return code;
    }

    /** The frame returns. */
    InsnList exit() {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.LLOAD, mark));
        code.add(load(Opcodes.LLOAD, entry));
        code.add(load(Opcodes.LLOAD, saved));
        code.add(call(owner, "exit", "(" + T + "JJJ)V"));
        return code;
    }

    /** An exception leaves the frame; it is on the stack and thrown again. */
    InsnList thrown() {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(load(Opcodes.ALOAD, c));
        code.add(load(Opcodes.ILOAD, line));
        code.add(load(Opcodes.LLOAD, mark));
        code.add(load(Opcodes.LLOAD, entry));
        code.add(load(Opcodes.LLOAD, saved));
        code.add(id());
        code.add(call(owner, "thrown", "(" + T + "[JIJJJI)V"));
        code.add(new InsnNode(Opcodes.ATHROW));
        return code;
    }

    /** Everything {@code Probes.stop} wants before the values: on top of it comes the array. */
    InsnList stopArguments(int from, int to, int names) {
        InsnList code = new InsnList();
        code.add(load(Opcodes.ALOAD, t));
        code.add(id());
        code.add(lineOr(from));
        code.add(number(to * WIDTH));
        code.add(load(Opcodes.LLOAD, mark));
        code.add(number(names));
        return code;
    }

    MethodInsnNode stop() {
        return call(owner, "stop", "(" + T + "IIIJI[Ljava/lang/Object;)V");
    }

    private InsnList lineOr(int from) {
        InsnList code = new InsnList();
        code.add(from < 0 ? load(Opcodes.ILOAD, line) : number(from * WIDTH));
        return code;
    }

    static AbstractInsnNode number(int value) {
        if (value >= -1 && value <= 5) {
            return new InsnNode(Opcodes.ICONST_0 + value);
        }
        if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
            return new IntInsnNode(Opcodes.BIPUSH, value);
        }
        if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            return new IntInsnNode(Opcodes.SIPUSH, value);
        }
        return new LdcInsnNode(value);
    }

    static MethodInsnNode call(String owner, String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    private static FieldInsnNode field(String name, String descriptor) {
        return new FieldInsnNode(Opcodes.GETFIELD, COUNTERS, name, descriptor);
    }

    private static VarInsnNode load(int opcode, int slot) {
        return new VarInsnNode(opcode, slot);
    }

    private static VarInsnNode store(int opcode, int slot) {
        return new VarInsnNode(opcode, slot);
    }
}
