package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heapline.agent.code.Frames.Types;
import org.heapline.agent.code.MethodLines.Arrival;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Puts line probes into one method. */
final class ProbeInserter {
    private final MethodNode method;
    private final MethodLines lines;
    private final ProbeCode probes;
    private final AbstractInsnNode[] code;
    private final Frames frames;
    private final boolean framed;
    private final boolean captures;
    private final boolean silent;
    private final int ownSlots;
    private final InsnList cold = new InsnList();
    private final List<String> names = new ArrayList<>();
    private final BriefLoops loops;
    private final Map<Integer, LabelNode> rounds = new HashMap<>();
    private final Map<AbstractInsnNode, LabelNode> news = new IdentityHashMap<>();

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
        this.framed = (type.version & 0xFFFF) >= Opcodes.V1_7;
        this.captures = effort.captures;
        this.ownSlots = method.maxLocals;
        this.frames = new Frames(type.name, method, placesToBranch());
        boolean readsClock = probeOwner.equals(ProbeCode.PROBES);
        this.loops = BriefLoops.of(method, lines, allocation, frames, framed && readsClock && effort.countsLocally);
        this.silent = readsClock && !lines.allocateAnywhere() && Silence.of(method);
        this.probes = new ProbeCode(probeOwner, lines.lines.length, ownSlots, loops.counters(), silent);
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

    private Set<AbstractInsnNode> placesToBranch() {
        Set<AbstractInsnNode> places = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < code.length; i++) {
            if (lines.arrivalAt(i) != null || isReturn(code[i]) || code[i] instanceof JumpInsnNode) {
                places.add(code[i]);
            }
        }
        return places;
    }

    MethodNode method() {
        return method;
    }

    int[] lineNumbers() {
        return lines.lines;
    }

    /** The lists of variables that can be read at the places to stop. */
    String[] names() {
        return names.toArray(new String[0]);
    }

    void setId(int id) {
        probes.setId(id);
    }

    void insert() {
        relabelNews();
        padFrames();
        for (int i = 0; i < code.length; i++) {
            if (lines.lineAt[i] >= 0) {
                arrive(i);
                depart(i);
            }
        }
        for (Map.Entry<AbstractInsnNode, LabelNode> each : news.entrySet()) {
            method.instructions.insertBefore(each.getKey(), each.getValue());
        }
        wrap();
        Capture.showParametersAtTheHead(method);
        method.maxLocals = ownSlots + probes.slots();
    }

    private void arrive(int place) {
        Arrival arrival = lines.arrivalAt(place);
        BitSet carried = loops.carriedAt(place);
        InsnList probe = arrival != null && arrival.handler ? carryBroken(carried) : carry(carried);
        if (loops.startsAt(place)) {
            // A place of its own for the rounds: else the JVM's compiler takes the one in which counts are carried for
            // a part of the loop, and can keep nothing of it in registers.
            probe.add(new InsnNode(Opcodes.NOP));
            probe.add(roundOf(place));
            probe.add(frame(typesAt(place)));
        }
        if (arrival != null) {
            addArrival(probe, place, arrival);
        }
        method.instructions.insertBefore(code[place], probe);
    }

    private void addArrival(InsnList probe, int place, Arrival arrival) {
        int to = lines.lineAt[place];
        boolean local = loops.isIn(place);
        boolean allocating = lines.allocating[to];
        if (arrival.handler) {
            probe.add(probes.caught(to));
        } else if (arrival.isMixed() && local) {
            LabelNode same = new LabelNode();
            probe.add(probes.unlessOn(to, same));
            if (arrival.fromAllocating) {
                probe.add(probes.leaveAny(to));
                addLook(probe, place, place, typesAt(place), -1, to);
            }
            probe.add(countLocally(place));
            probe.add(same);
            probe.add(frame(typesAt(place)));
        } else if (arrival.isMixed() && !arrival.fromAllocating && !allocating) {
            probe.add(probes.moveQuietly(to));
        } else if (arrival.isMixed()) {
            Types types = typesToBranch(place);
            probe.add(probes.move(to, allocating, types != null));
            addLook(probe, place, place, types, -1, to);
        } else if (arrival.isEntry()) {
            if (arrival.fromAllocating) {
                addLeave(probe, place, arrival.from < 0 ? -1 : arrival.from, to);
            }
            probe.add(local ? countLocally(place) : probes.count(to, allocating));
        } else {
            return;
        }
        probe.add(probes.nowOn(to));
    }

    private InsnList countLocally(int place) {
        int counter = loops.counterAt(place);
        return counter < 0 ? new InsnList() : probes.countLocally(counter);
    }

    /** The types at a place where they are known to be known. */
    private Types typesAt(int place) {
        Types types = frames.before(code[place]);
        if (types == null) {
            throw new IllegalStateException("no types at instruction " + place + " of " + method.name);
        }
        return types;
    }

    /** The types where code may branch, or null if it cannot. */
    private @Nullable Types typesToBranch(int place) {
        return framed ? frames.before(code[place]) : null;
    }

    private InsnList carry(BitSet counted) {
        InsnList code = probes.carry(BriefLoops.members(counted), countersOf(counted));
        code.add(probes.clear(countersIn(counted)));
        return code;
    }

    private InsnList carryRarely(BitSet counted) {
        InsnList code = probes.carryRarely(BriefLoops.members(counted), countersOf(counted));
        code.add(probes.clear(countersIn(counted)));
        return code;
    }

    /** After an exception: the line it left may have had no counter. */
    private InsnList carryBroken(BitSet counted) {
        InsnList code = carryRarely(counted);
        for (int line : BriefLoops.members(counted)) {
            for (int missing : loops.missing(line)) {
                code.add(probes.broken(line, missing));
            }
        }
        return code;
    }

    private int[][] countersOf(BitSet counted) {
        int[] of = BriefLoops.members(counted);
        int[][] counters = new int[of.length][];
        for (int i = 0; i < of.length; i++) {
            counters[i] = loops.countersOf(of[i]);
        }
        return counters;
    }

    private int[] countersIn(BitSet counted) {
        BitSet counters = new BitSet();
        for (int line : BriefLoops.members(counted)) {
            if (loops.counterOf(line) >= 0) {
                counters.set(loops.counterOf(line));
            }
        }
        return BriefLoops.members(counters);
    }

    private void depart(int place) {
        int line = lines.lineAt[place];
        if (loops.turnsAt(place)) {
            turn((JumpInsnNode) code[place], place);
        } else if (isReturn(code[place]) && !silent) {
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

    /** A quiet loop starts another round, before which its counts may have to be carried. */
    private void turn(JumpInsnNode jump, int place) {
        int start = lines.flow.after(place)[0];
        LabelNode full = new LabelNode();
        InsnList round = new InsnList();
        if (lines.jumpsBackToOwnLine(place)) {
            // A loop on one line: each round enters the line again.
            int line = lines.lineAt[place];
            if (lines.allocating[line]) {
                round.add(probes.leave(line, true));
                addLook(round, place, start, typesAt(start), line, line);
            }
            round.add(countLocally(place));
        }
        round.add(probes.lookWhetherFull(loops.roundCountersAt(place), roundOf(start)));
        cold.add(full);
        cold.add(new LineNumberNode(lines.lines[lines.lineAt[place]], full));
        cold.add(frame(typesAt(start)));
        cold.add(carryRarely(loops.linesAround(place)));
        cold.add(new JumpInsnNode(Opcodes.GOTO, jump.label));
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
            round.add(frame(typesAt(lines.flow.after(place)[1])));
        }
        method.instructions.insert(jump, round);
    }

    private LabelNode roundOf(int start) {
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

    private void addLeave(InsnList probe, int place, int from, int to) {
        Types types = typesToBranch(place);
        probe.add(probes.leave(from, types != null));
        addLook(probe, place, place, types, from, to);
    }

    private int numberOf(String variables) {
        int known = names.indexOf(variables);
        if (known >= 0) {
            return known;
        }
        names.add(variables);
        return names.size() - 1;
    }

    /**
     * The look whether the memory is to be read or the thread to stop; what is rarely run lies at the end of the method.
     *
     * @param place where it happens
     * @param scope whose variables and types are there
     */
    private void addLook(InsnList probe, int place, int scope, @Nullable Types types, int from, int to) {
        if (types == null) {
            return;
        }
        LabelNode due = new LabelNode();
        LabelNode goOn = new LabelNode();
        probe.add(probes.lookWhetherDue(due));
        probe.add(goOn);
        probe.add(frame(types));
        Capture capture = captures ? new Capture(method, scope, lines.flow, types) : null;
        LabelNode passed = new LabelNode();
        cold.add(due);
        // To a debugger that steps the look is a part of the line that is entered, as the probe before it.
        cold.add(new LineNumberNode(lines.lines[to], due));
        if (capture != null) {
            capture.declare(due, passed);
        }
        cold.add(frame(types));
        if (loops.isIn(place)) {
            // What was counted until now belongs to the memory read until now; and who looks at a stopped thread
            // must see everything.
            cold.add(carryRarely(loops.linesAround(place)));
        }
        cold.add(probes.look(from, to, goOn));
        // Who stops here is shown the line that was left, and the locals of the place this code belongs to.
        LabelNode stop = new LabelNode();
        cold.add(stop);
        cold.add(new LineNumberNode(lines.lines[from < 0 ? to : from], stop));
        cold.add(probes.stopArguments(from, to, capture == null ? -1 : numberOf(capture.names())));
        cold.add(capture == null ? noValues() : capture.values());
        cold.add(probes.stop());
        cold.add(new JumpInsnNode(Opcodes.GOTO, goOn));
        cold.add(passed);
    }

    private static InsnList noValues() {
        InsnList list = new InsnList();
        list.add(new InsnNode(Opcodes.ACONST_NULL));
        return list;
    }

    /** The entry probe in front, the rarely run code behind, and around both what charges an exception. */
    private void wrap() {
        InsnList list = method.instructions;
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        boolean constructor = method.name.equals("<init>");
        AbstractInsnNode initialisation = frames.initialisation();
        LabelNode initialising = new LabelNode();
        LabelNode initialised = new LabelNode();
        if (constructor && initialisation != null) {
            list.insertBefore(initialisation, initialising);
            list.insert(initialisation, initialised);
        }
        InsnList head = probes.enter();
        head.add(start);
        list.insert(head);
        list.add(cold);
        list.add(end);
        if (silent) {
            return;
        }
        if (!constructor) {
            addHandler(start, end, Collections.<Object>emptyList());
        } else if (initialisation != null) {
            // Before super() a handler must say that `this` is not ready, after it that it is; for the call itself the
            // verifier takes neither.
            addHandler(start, initialising, Collections.<Object>singletonList(Opcodes.UNINITIALIZED_THIS));
            addHandler(initialised, end, Collections.<Object>emptyList());
        }
    }

    private void addHandler(LabelNode from, LabelNode to, List<Object> locals) {
        LabelNode handler = new LabelNode();
        method.instructions.add(handler);
        method.instructions.add(frame(new Types(locals, Collections.<Object>singletonList("java/lang/Throwable"))));
        method.instructions.add(carryBroken(loops.all()));
        method.instructions.add(probes.thrown());
        method.tryCatchBlocks.add(new TryCatchBlockNode(from, to, handler, null));
    }

    /** A stack map frame with the probes' state behind the method's own variables. */
    private FrameNode frame(Types types) {
        List<Object> locals = withState(types.locals);
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), types.stack.size(), types.stack.toArray());
    }

    private List<Object> withState(List<Object> own) {
        List<Object> locals = new ArrayList<>(own);
        int slots = 0;
        for (Object each : own) {
            slots += Frames.size(each);
        }
        for (; slots < ownSlots; slots++) {
            locals.add(Opcodes.TOP);
        }
        locals.addAll(probes.stateTypes());
        return locals;
    }

    private void padFrames() {
        for (AbstractInsnNode each : code) {
            if (each instanceof FrameNode) {
                FrameNode frame = (FrameNode) each;
                frame.local = withState(frame.local == null ? Collections.emptyList() : frame.local);
            }
        }
    }

    /**
     * A frame names an object that is not yet initialised by the place of its NEW. A probe goes between an older label
     * and the NEW, so each NEW gets a label of its own that the frames use.
     */
    private void relabelNews() {
        Map<LabelNode, LabelNode> fresh = new IdentityHashMap<>();
        for (AbstractInsnNode each : code) {
            if (each.getOpcode() == Opcodes.NEW) {
                LabelNode label = new LabelNode();
                for (AbstractInsnNode before = each.getPrevious();
                        before != null && before.getOpcode() < 0;
                        before = before.getPrevious()) {
                    if (before instanceof LabelNode) {
                        fresh.put((LabelNode) before, label);
                    }
                }
                news.put(each, label);
            }
        }
        for (AbstractInsnNode each : code) {
            if (each instanceof FrameNode) {
                replace(((FrameNode) each).local, fresh);
                replace(((FrameNode) each).stack, fresh);
            }
        }
    }

    private static void replace(@Nullable List<Object> types, Map<LabelNode, LabelNode> fresh) {
        for (int i = 0; types != null && i < types.size(); i++) {
            Object type = types.get(i);
            if (type instanceof LabelNode && fresh.containsKey(type)) {
                types.set(i, fresh.get(type));
            }
        }
    }

    private static boolean isReturn(AbstractInsnNode each) {
        return each.getOpcode() >= Opcodes.IRETURN && each.getOpcode() <= Opcodes.RETURN;
    }
}
