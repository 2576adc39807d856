package org.heapline.agent.code;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.heapline.agent.code.Frames.Types;
import org.heapline.agent.code.MethodLines.Arrival;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Puts line probes into one method. */
final class ProbeInserter {
    private final MethodNode method;
    private final MethodLines lines;
    private final AbstractInsnNode[] code;
    private final Frames frames;
    private final int ownSlots;
    private final BriefLoops loops;
    private final Handlers handlers;
    private final Variables variables;
    private final FrameState state;
    private final ProbeCode probes;
    private final LoopCode loopCode;
    private final StackMaps maps;
    private final ColdCode cold;
    private final Looks looks;
    private final Turns turns;
    private final @Nullable Initialisation initialisation;

    /** Operands on the stack, own ones and those of a probe, where probes stand. */
    private int stack;

    /**
     * @param type its class; if its version is below 51 there may be no frames, and locals are not read at a stop
     * @param method changed in place
     * @param effort what the method has room for
     */
    ProbeInserter(
            ClassNode type,
            MethodNode method,
            MethodLines lines,
            Allocation allocation,
            String probeOwner,
            Effort effort) {
        this.method = method;
        this.lines = lines;
        this.code = lines.flow.code();
        boolean framed = (type.version & 0xFFFF) >= Opcodes.V1_7;
        this.ownSlots = method.maxLocals;
        this.frames = new Frames(type.name, method, code, placesToBranch());
        boolean readsClock = probeOwner.equals(ProbeCode.PROBES);
        this.initialisation = Initialisation.of(method, frames, lines, allocation, !readsClock);
        this.loops = BriefLoops.of(method, lines, allocation, frames, framed && readsClock && effort.countsLocally);
        this.handlers = new Handlers(method, lines);
        boolean silent = readsClock && !lines.allocateAnywhere() && Silence.of(method);
        this.state = new FrameState(ownSlots, loops.counters(), silent);
        this.probes = new ProbeCode(probeOwner, lines.lines.length, state);
        this.loopCode = new LoopCode(loops, state);
        this.maps = new StackMaps(code, ownSlots, state);
        this.variables = new Variables(method, lines.flow);
        this.cold = new ColdCode(lines.lines, probes, maps, variables, handlers);
        this.looks = new Looks(method, frames, framed, loops, loopCode, cold, effort.captures ? variables : null);
        this.turns = new Turns(method, lines, loops, loopCode, probes, cold, maps, looks);
    }

    /** How much code the probes of a method may take. */
    enum Effort {
        FULL(true, true),
        WITHOUT_LOOPS(true, false),
        WITHOUT_LOCALS(false, false);

        /** Whether the locals can be read where MAXMEM stops. */
        final boolean captures;

        /** Whether loops that cannot allocate are counted in local variables. */
        final boolean countsLocally;

        Effort(boolean captures, boolean countsLocally) {
            this.captures = captures;
            this.countsLocally = countsLocally;
        }
    }

    private boolean[] placesToBranch() {
        boolean[] places = new boolean[code.length];
        for (int i = 0; i < code.length; i++) {
            places[i] |= lines.arrivalAt(i) != null || isReturn(code[i]);
            if (lines.flow.goesBack(i)) {
                // A loop may be counted at its turn.
                places[i] = true;
                for (int to : lines.flow.after(i)) {
                    places[to] = true;
                }
            }
        }
        return places;
    }

    int[] lineNumbers() {
        return lines.lines;
    }

    /** The lists of variables that can be read at the places to stop. */
    String[] names() {
        return cold.names();
    }

    void setId(int id, int firstList) {
        probes.setId(id, firstList);
    }

    void insert() {
        for (int i = 0; i < code.length; i++) {
            if (lines.lineAt[i] >= 0) {
                arrive(i);
                depart(i);
            }
        }
        maps.complete(method.instructions);
        handlers.complete();
        method.maxLocals = ownSlots + state.slots();
        wrap();
        variables.showParametersAtTheHead();
        // What a probe pushes before it calls, on its own and where the method has operands on the stack already.
        int ofHead = state.isSilent() ? ProbeCode.OPERANDS_OF_SILENT : ProbeCode.OPERANDS_OF_THROWN;
        method.maxStack = Math.max(Math.max(stack, ofHead), method.maxStack + 1);
    }

    /** A probe stands at a place. Counting this is much cheaper than having the depths found out from all the code. */
    private void noteDepth(int place) {
        Types types = frames.before(place);
        int depth = method.maxStack;
        if (types != null) {
            depth = 0;
            for (Object each : types.stack) {
                depth += Frames.size(each);
            }
        }
        stack = Math.max(stack, depth + operands());
    }

    private int operands() {
        if (state.counters() > 0) {
            return LoopCode.OPERANDS;
        }
        return state.isSilent() ? ProbeCode.OPERANDS_OF_SILENT : ProbeCode.OPERANDS;
    }

    private void arrive(int place) {
        Arrival arrival = lines.arrivalAt(place);
        if (arrival != null && arrival.handler && handlers.onlyUnlocks(place)) {
            return;
        }
        BitSet carried = loops.carriedAt(place);
        if (arrival == null && carried.isEmpty() && !loops.startsAt(place)) {
            return;
        }
        noteDepth(place);
        InsnList probe = arrival != null && arrival.handler ? loopCode.carryBroken(carried) : loopCode.carry(carried);
        if (loops.startsAt(place)) {
            // A place of its own for the rounds: else the JVM's compiler takes the one in which counts are carried for
            // a part of the loop, and can keep nothing of it in registers.
            probe.add(new InsnNode(Opcodes.NOP));
            probe.add(turns.roundOf(place));
            probe.add(maps.frame(looks.typesAt(place)));
        }
        if (arrival != null) {
            addArrival(probe, place, arrival);
        }
        method.instructions.insertBefore(code[place], probe);
        if (arrival != null && arrival.handler) {
            handlers.uncover(place);
        }
    }

    private void addArrival(InsnList probe, int place, Arrival arrival) {
        int to = lines.lineAt[place];
        boolean local = loops.isIn(place);
        boolean allocating = lines.allocating[to];
        if (arrival.handler) {
            probe.add(probes.caught(to));
        } else if (arrival.isMixed() && local) {
            LabelNode same = new LabelNode();
            probe.add(loopCode.unlessOn(to, same));
            if (arrival.fromAllocating) {
                probe.add(probes.leaveAny(to));
                looks.add(probe, place, place, looks.typesAt(place), -1, to);
            }
            probe.add(loopCode.count(place));
            probe.add(same);
            probe.add(maps.frame(looks.typesAt(place)));
        } else if (arrival.isMixed() && !arrival.fromAllocating && !allocating) {
            probe.add(probes.moveQuietly(to));
        } else if (arrival.isMixed()) {
            Types types = looks.typesToBranch(place);
            probe.add(probes.move(to, allocating, types != null));
            looks.add(probe, place, place, types, -1, to);
        } else {
            if (arrival.fromAllocating) {
                addLeave(probe, place, arrival.from < 0 ? -1 : arrival.from, to);
            }
            probe.add(local ? loopCode.count(place) : probes.count(to, allocating));
        }
        probe.add(probes.nowOn(to));
    }

    private void depart(int place) {
        int line = lines.lineAt[place];
        if (loops.turnsAt(place)) {
            noteDepth(place);
            turns.turn((JumpInsnNode) code[place], place);
        } else if (isReturn(code[place]) && !state.isSilent()) {
            noteDepth(place);
            InsnList probe = new InsnList();
            if (lines.allocating[line]) {
                addLeave(probe, place, line, line);
            }
            probe.add(probes.exit());
            method.instructions.insertBefore(code[place], probe);
        } else if (lines.jumpsBackToOwnLine(place)) {
            // A loop on one line: each round enters the line again.
            method.instructions.insertBefore(code[place], probes.nowOn(-1));
            if (code[place].getOpcode() != Opcodes.GOTO) {
                method.instructions.insert(code[place], probes.nowOn(line));
            }
        }
    }

    private void addLeave(InsnList probe, int place, int from, int to) {
        Types types = looks.typesToBranch(place);
        probe.add(probes.leave(from, types != null));
        looks.add(probe, place, place, types, from, to);
    }

    /** The entry probe in front, the rarely run code behind, and around both what charges an exception. */
    private void wrap() {
        InsnList list = method.instructions;
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        if (initialisation != null) {
            if (initialisation.probedPlace() >= 0) {
                noteDepth(initialisation.probedPlace());
            }
            method.maxLocals += initialisation.surround(list, probes, method.maxLocals);
        }
        InsnList head = probes.enter();
        head.add(start);
        list.insert(head);
        list.add(cold.code());
        list.add(end);
        if (state.isSilent()) {
            return;
        }
        if (!method.name.equals("<init>")) {
            addHandler(start, end, Collections.<Object>emptyList());
        } else if (initialisation != null) {
            // Before super() a handler must say that `this` is not ready, after it that it is; for the call itself the
            // verifier takes neither.
            addHandler(start, initialisation.start, Collections.<Object>singletonList(Opcodes.UNINITIALIZED_THIS));
            addHandler(initialisation.end, end, Collections.<Object>emptyList());
        }
    }

    private void addHandler(LabelNode from, LabelNode to, List<Object> locals) {
        stack = Math.max(stack, 1 + operands());
        LabelNode handler = new LabelNode();
        method.instructions.add(handler);
        method.instructions.add(
                maps.frame(new Types(locals, Collections.<Object>singletonList("java/lang/Throwable"))));
        method.instructions.add(loopCode.carryBroken(loops.all()));
        method.instructions.add(probes.thrown());
        method.tryCatchBlocks.add(new TryCatchBlockNode(from, to, handler, null));
    }

    private static boolean isReturn(AbstractInsnNode each) {
        return each.getOpcode() >= Opcodes.IRETURN && each.getOpcode() <= Opcodes.RETURN;
    }
}
