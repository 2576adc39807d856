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
import org.objectweb.asm.tree.FieldInsnNode;
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
    private final boolean captures;
    private final int ownSlots;
    private final InsnList cold = new InsnList();
    private final List<String> names = new ArrayList<>();
    private final QuietLoops loops;
    private final Map<Integer, LabelNode> rounds = new HashMap<>();
    private final Map<AbstractInsnNode, LabelNode> news = new IdentityHashMap<>();

    /**
     * @param owner internal name of the class
     * @param method changed in place
     * @param version class file version; below 51 there may be no frames, and locals are not read at a stop
     * @param effort what the method has room for
     */
    ProbeInserter(String owner, MethodNode method, MethodLines lines, String probeOwner, int version, Effort effort) {
        this.method = method;
        this.lines = lines;
        this.code = lines.flow.code();
        boolean framed = version >= Opcodes.V1_7;
        this.captures = framed && effort.captures;
        this.ownSlots = method.maxLocals;
        this.frames = new Frames(owner, method, placesToBranch());
        this.loops = QuietLoops.of(method, lines, frames, framed && effort.countsLocally);
        this.probes = new ProbeCode(probeOwner, lines.lines.length, ownSlots, loops.counters());
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
        InsnList probe = carry(loops.carriedAt(place));
        if (loops.startsAt(place)) {
            // A place of its own for the rounds: else the JVM's compiler takes the one in which counts are carried for
            // a part of the loop, and can keep nothing of it in registers.
            probe.add(new InsnNode(Opcodes.NOP));
            probe.add(roundOf(place));
            probe.add(frame(typesAt(place)));
        }
        Arrival arrival = lines.arrivalAt(place);
        if (arrival != null) {
            addArrival(probe, place, arrival);
        }
        method.instructions.insertBefore(code[place], probe);
    }

    private void addArrival(InsnList probe, int place, Arrival arrival) {
        int to = lines.lineAt[place];
        int counter = loops.counterAt(place);
        boolean allocating = lines.allocating[to];
        if (arrival.handler) {
            probe.add(probes.caught(to));
        } else if (arrival.isMixed() && counter >= 0) {
            LabelNode same = new LabelNode();
            probe.add(probes.countLocallyUnlessOn(to, counter, same));
            probe.add(same);
            probe.add(frame(typesAt(place)));
        } else if (arrival.isMixed()) {
            Types types = typesToStop(place);
            probe.add(probes.move(to, allocating, types != null));
            addStop(probe, place, types, -1, to);
        } else if (arrival.isEntry()) {
            if (arrival.fromAllocating) {
                addLeave(probe, place, arrival.from < 0 ? -1 : arrival.from, to);
            }
            probe.add(counter >= 0 ? probes.countLocally(counter) : probes.count(to, allocating));
        } else {
            return;
        }
        probe.add(probes.nowOn(to));
    }

    /** The types at a place where they are known to be known. */
    private Types typesAt(int place) {
        Types types = frames.before(code[place]);
        if (types == null) {
            throw new IllegalStateException("no types at instruction " + place + " of " + method.name);
        }
        return types;
    }

    private @Nullable Types typesToStop(int place) {
        return captures ? frames.before(code[place]) : null;
    }

    private InsnList carry(BitSet counted) {
        int[] tos = new int[counted.cardinality()];
        int[] locals = new int[tos.length];
        int count = 0;
        for (int to = counted.nextSetBit(0); to >= 0; to = counted.nextSetBit(to + 1)) {
            tos[count] = to;
            locals[count++] = loops.counterOf(to);
        }
        return probes.carry(tos, locals);
    }

    private void depart(int place) {
        int line = lines.lineAt[place];
        if (loops.turnsAt(place)) {
            turn((JumpInsnNode) code[place], place);
        } else if (isReturn(code[place])) {
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
            round.add(probes.nowOn(-1));
        }
        round.add(probes.lookWhetherFull(loops.roundCounterAt(place), roundOf(start)));
        cold.add(full);
        cold.add(new LineNumberNode(lines.lines[lines.lineAt[place]], full));
        cold.add(frame(typesAt(start)));
        cold.add(carry(loops.linesAround(place)));
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
        Types types = typesToStop(place);
        probe.add(probes.leave(from, types != null));
        addStop(probe, place, types, from, to);
    }

    private int numberOf(String variables) {
        int known = names.indexOf(variables);
        if (known >= 0) {
            return known;
        }
        names.add(variables);
        return names.size() - 1;
    }

    /** The look whether to stop here; what is rarely run lies at the end of the method. */
    private void addStop(InsnList probe, int place, @Nullable Types types, int from, int to) {
        if (types == null) {
            return;
        }
        LabelNode stop = new LabelNode();
        LabelNode goOn = new LabelNode();
        probe.add(new FieldInsnNode(Opcodes.GETSTATIC, ProbeCode.PROBES, "stopping", "Z"));
        probe.add(new JumpInsnNode(Opcodes.IFNE, stop));
        probe.add(goOn);
        probe.add(frame(types));
        Capture capture = new Capture(method, place, lines.flow, types);
        LabelNode passed = new LabelNode();
        cold.add(stop);
        // A debugger that stops here shows the line and the locals of the place this code belongs to.
        cold.add(new LineNumberNode(lines.lines[from < 0 ? to : from], stop));
        capture.declare(stop, passed);
        cold.add(frame(types));
        cold.add(probes.stopArguments(from, to, numberOf(capture.names())));
        cold.add(capture.values());
        cold.add(probes.stop());
        cold.add(new JumpInsnNode(Opcodes.GOTO, goOn));
        cold.add(passed);
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
        method.instructions.add(carry(loops.all()));
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
