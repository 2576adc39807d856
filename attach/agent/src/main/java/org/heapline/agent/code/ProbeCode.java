package org.heapline.agent.code;

import static org.heapline.agent.code.FrameState.WIDTH;
import static org.heapline.agent.code.FrameState.field;
import static org.heapline.agent.code.Instructions.call;
import static org.heapline.agent.code.Instructions.list;
import static org.heapline.agent.code.Instructions.number;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The bytecode of each probe of a method. */
final class ProbeCode {
    static final String PROBES = "java/heapline/Probes";

    /** Most operands of a probe at a line: those of {@link #caught} while the id is put together. */
    static final int OPERANDS = 10;

    /** Those of {@link #thrown}, the exception included: every method that can throw has it. */
    static final int OPERANDS_OF_THROWN = 12;

    /** Those of a method that has no other probes than the counting ones. */
    static final int OPERANDS_OF_SILENT = 4;

    private static final String T = "L" + FrameState.COUNTERS + ";";

    /** An id is pushed in two parts of so many bits; the probe that stops a thread puts them together itself. */
    private static final int ID_BITS = 15;

    private final String owner;
    private final List<IntInsnNode[]> ids = new ArrayList<>();
    private final List<IntInsnNode> lists = new ArrayList<>();
    private final int lines;
    private final FrameState state;

    /**
     * @param owner the class whose probes are called
     * @param lines how many lines the method has
     * @param state where its frames keep what they need
     */
    ProbeCode(String owner, int lines, FrameState state) {
        this.owner = owner;
        this.lines = lines;
        this.state = state;
    }

    /**
     * Gives the method its id, once it is sure that it is profiled.
     *
     * @param firstList the number of its first list of variables
     */
    void setId(int id, int firstList) {
        for (IntInsnNode each : lists) {
            each.operand += firstList;
        }
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
        IntInsnNode[] parts = idParts();
        InsnList code = list(parts[0]);
        code.add(number(ID_BITS));
        code.add(new InsnNode(Opcodes.ISHL));
        code.add(parts[1]);
        code.add(new InsnNode(Opcodes.IOR));
        return code;
    }

    private IntInsnNode listNumber(int number) {
        IntInsnNode pushed = new IntInsnNode(Opcodes.SIPUSH, number);
        lists.add(pushed);
        return pushed;
    }

    /** The high and the low part of the id, which are pushed. */
    private IntInsnNode[] idParts() {
        IntInsnNode[] parts = {new IntInsnNode(Opcodes.SIPUSH, 0), new IntInsnNode(Opcodes.SIPUSH, 0)};
        ids.add(parts);
        return parts;
    }

    InsnList enter() {
        InsnList code = list(call(PROBES, "thread", "()" + T));
        code.add(state.storeT());
        code.add(state.loadT());
        code.add(id());
        code.add(number(lines));
        code.add(call(PROBES, "counters", "(" + T + "II)[J"));
        code.add(state.storeC());
        if (!state.isSilent()) {
            code.add(state.loadT());
            code.add(call(owner, "enter", "(" + T + ")J"));
            code.add(new InsnNode(Opcodes.DUP2));
            code.add(state.storeMark());
            code.add(state.storeEntry());
            code.add(state.loadT());
            code.add(state.loadMark());
            code.add(call(PROBES, "ahead", "(" + T + "J)J"));
            code.add(state.storeAhead());
        }
        code.add(nowOn(-1));
        for (int i = 0; i < state.counters(); i++) {
            code.add(new InsnNode(Opcodes.ICONST_0));
            code.add(state.storeCounter(i));
        }
        return code;
    }

    /** The line is entered: counted, and where it cannot allocate its memory is noted. */
    InsnList count(int to, boolean allocating) {
        InsnList code = new InsnList();
        if (!allocating) {
            code.add(state.loadT());
        }
        code.add(state.loadC());
        code.add(number(to * WIDTH));
        code.add(call(owner, allocating ? "count" : "hit", allocating ? "([JI)V" : "(" + T + "[JI)V"));
        return code;
    }

    /** Notes the line for exceptions and for places that are reached from several. */
    InsnList nowOn(int to) {
        InsnList code = new InsnList();
        code.add(number(to < 0 ? to : to * WIDTH));
        code.add(state.storeLine());
        return code;
    }

    /** The line {@code from} is left; -1: whichever it is. Without {@code looks} all is done in the call. */
    InsnList leave(int from, boolean looks) {
        InsnList code = new InsnList();
        code.add(state.loadT());
        code.add(state.loadC());
        code.add(lineOr(from));
        code.add(state.loadMark());
        code.add(state.loadAhead());
        if (looks) {
            code.add(call(owner, "leave", "(" + T + "[JIJJ)J"));
        } else {
            code.add(id());
            code.add(call(owner, "leaveOrStop", "(" + T + "[JIJJI)J"));
        }
        code.add(state.storeMark());
        return code;
    }

    /**
     * The line is left for the call of another constructor in its middle.
     *
     * @param slot where the clock is kept that the line began with
     */
    InsnList leaveArguments(int line, int slot) {
        InsnList code = new InsnList();
        code.add(state.loadMark());
        code.add(new VarInsnNode(Opcodes.LSTORE, slot));
        code.add(state.loadT());
        code.add(state.loadC());
        code.add(number(line * WIDTH));
        code.add(state.loadMark());
        code.add(state.loadAhead());
        code.add(call(owner, "leaveArguments", "(" + T + "[JIJJ)J"));
        code.add(state.storeMark());
        return code;
    }

    /** The call has ended: both parts of the line are one again. */
    InsnList rejoin(int line, int slot) {
        InsnList code = new InsnList();
        code.add(state.loadC());
        code.add(number(line * WIDTH));
        code.add(new VarInsnNode(Opcodes.LLOAD, slot));
        code.add(state.loadMark());
        code.add(call(PROBES, "rejoin", "([JIJJ)J"));
        code.add(state.storeMark());
        return code;
    }

    /** As {@link #leave}, where the line may be unknown: then {@code to} is left. */
    InsnList leaveAny(int to) {
        InsnList code = new InsnList();
        code.add(state.loadT());
        code.add(state.loadC());
        code.add(state.loadLine());
        code.add(number(to * WIDTH));
        code.add(state.loadMark());
        code.add(state.loadAhead());
        code.add(call(PROBES, "leaveAny", "(" + T + "[JIIJJ)J"));
        code.add(state.storeMark());
        return code;
    }

    /** Jumps to {@code cold} if the memory is to be read or the thread to stop. */
    InsnList lookWhetherDue(LabelNode cold) {
        InsnList code = new InsnList();
        if (readsMemorySeldom()) {
            code.add(state.loadMark());
            code.add(state.loadT());
            code.add(field("lookAt", "J"));
            code.add(new InsnNode(Opcodes.LCMP));
            code.add(new JumpInsnNode(Opcodes.IFGE, cold));
        } else {
            code.add(state.loadT());
            code.add(field("trip", "Ljava/lang/Object;"));
            code.add(new JumpInsnNode(Opcodes.IFNONNULL, cold));
        }
        return code;
    }

    /** Reads the memory if that is due; jumps to {@code goOn} if the thread does not have to stop. */
    InsnList look(int from, int to, LabelNode goOn) {
        InsnList code = new InsnList();
        if (readsMemorySeldom()) {
            code.add(state.loadT());
            code.add(state.loadC());
            code.add(leftLine(from, to));
            code.add(state.loadMark());
            code.add(state.loadEntry());
            code.add(call(PROBES, "look", "(" + T + "[JIJJ)Z"));
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
        code.add(state.loadT());
        code.add(state.loadC());
        code.add(state.loadLine());
        code.add(number(to * WIDTH));
        code.add(call(PROBES, "moveQuietly", "(" + T + "[JII)V"));
        return code;
    }

    /** A place is reached that belongs to line {@code to} and is reached from this line and from others. */
    InsnList move(int to, boolean allocating, boolean canStop) {
        InsnList code = new InsnList();
        code.add(state.loadT());
        code.add(state.loadC());
        code.add(state.loadLine());
        code.add(number(to * WIDTH));
        code.add(state.loadMark());
        code.add(state.loadAhead());
        code.add(canStop ? list(number(-1)) : id());
        code.add(call(owner, allocating ? "move" : "moveHit", "(" + T + "[JIIJJI)J"));
        code.add(state.storeMark());
        return code;
    }

    /** An exception is caught on line {@code to}. */
    InsnList caught(int to) {
        InsnList code = new InsnList();
        code.add(state.loadT());
        code.add(state.loadC());
        code.add(state.loadLine());
        code.add(number(to * WIDTH));
        code.add(state.loadMark());
        code.add(state.loadAhead());
        code.add(id());
        code.add(call(owner, "caught", "(" + T + "[JIIJJI)J"));
        code.add(state.storeMark());
        return code;
    }

    /** The frame returns, where its calls may be limited. */
    InsnList exit() {
        InsnList code = new InsnList();
        if (readsMemorySeldom()) {
            code.add(state.loadT());
            code.add(state.loadEntry());
            code.add(call(owner, "exit", "(" + T + "J)V"));
        }
        return code;
    }

    /** An exception leaves the frame; it is on the stack and thrown again. */
    InsnList thrown() {
        InsnList code = new InsnList();
        code.add(state.loadT());
        code.add(state.loadC());
        code.add(state.loadLine());
        code.add(state.loadMark());
        code.add(state.loadEntry());
        code.add(state.loadAhead());
        code.add(id());
        code.add(call(owner, "thrown", "(" + T + "[JIJJJI)V"));
        code.add(new InsnNode(Opcodes.ATHROW));
        return code;
    }

    /** Stops the thread. The values of the locals lie on the stack. */
    InsnList stop(int from, int to, int names) {
        InsnList code = new InsnList();
        code.add(state.loadT());
        IntInsnNode[] id = idParts();
        code.add(id[0]);
        code.add(id[1]);
        code.add(leftLine(from, to));
        code.add(state.loadMark());
        code.add(names < 0 ? number(names) : listNumber(names));
        code.add(call(owner, "stop", "([Ljava/lang/Object;" + T + "IIIJI)V"));
        return code;
    }

    /** The line that is left; if that is known only at run time and is none, {@code to}. */
    private InsnList leftLine(int from, int to) {
        if (from >= 0) {
            return list(number(from * WIDTH));
        }
        InsnList code = list(state.loadLine());
        code.add(number(to * WIDTH));
        code.add(call(PROBES, "lineOr", "(II)I"));
        return code;
    }

    private InsnList lineOr(int from) {
        return list(from < 0 ? state.loadLine() : number(from * WIDTH));
    }
}
