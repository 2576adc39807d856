package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** What has to be minded where a probe stands in an exception handler: with a full stack the probe itself throws. */
final class Handlers {
    private final MethodNode method;
    private final MethodLines lines;
    private final AbstractInsnNode[] code;

    /** The method's own handlers, and the places from and to which they reach. */
    private final TryCatchBlockNode[] own;

    private final int[] from;
    private final int[] to;

    /** By handler: what it guards of the code at the method's end. */
    private final List<List<TryCatchBlockNode>> covers = new ArrayList<>();

    /** By handler: the last piece of that code it guards. */
    private final int[] coversTo;

    Handlers(MethodNode method, MethodLines lines) {
        this.method = method;
        this.lines = lines;
        this.code = lines.flow.code();
        this.own = method.tryCatchBlocks.toArray(new TryCatchBlockNode[0]);
        this.from = new int[own.length];
        this.to = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            from[i] = lines.flow.placeOf(own[i].start);
            to[i] = lines.flow.placeOf(own[i].end);
            covers.add(new ArrayList<>());
        }
        this.coversTo = new int[own.length];
    }

    /**
     * What lies at the method's end has the same handlers as the place it belongs to.
     *
     * @param piece its number: pieces that follow each other lie beside each other
     */
    void cover(int place, int piece, LabelNode start, LabelNode end) {
        for (int i = 0; i < own.length; i++) {
            if (from[i] <= place && place < to[i] && lines.flow.realAfter(own[i].handler) != place) {
                List<TryCatchBlockNode> guarded = covers.get(i);
                if (!guarded.isEmpty() && coversTo[i] == piece - 1) {
                    guarded.get(guarded.size() - 1).end = end;
                } else {
                    guarded.add(new TryCatchBlockNode(start, end, own[i].handler, own[i].type));
                }
                coversTo[i] = piece;
            }
        }
    }

    /** To be called when all probes are in their places. Of several handlers the method's first one counts here too. */
    void complete() {
        for (List<TryCatchBlockNode> each : covers) {
            method.tryCatchBlocks.addAll(each);
        }
    }

    /**
     * Whether a handler is that of a synchronized block, which does nothing but give the lock back and throw again. If a
     * probe threw in it the lock would be kept. Who handles the exception next charges the line it comes from.
     */
    boolean onlyUnlocks(int place) {
        boolean unlocks = false;
        int at = place;
        while (code[at].getOpcode() != Opcodes.ATHROW) {
            int opcode = code[at].getOpcode();
            boolean moves = opcode == Opcodes.ASTORE || opcode == Opcodes.ALOAD || opcode == Opcodes.NOP;
            if (!moves && opcode != Opcodes.MONITOREXIT || lines.lineAt[at] != lines.lineAt[place]) {
                return false;
            }
            unlocks |= opcode == Opcodes.MONITOREXIT;
            at = lines.flow.after(at)[0];
        }
        return unlocks && lines.lineAt[at] == lines.lineAt[place];
    }

    /** Some handlers guard their own first instructions: a probe there must not be, it would be called for ever. */
    void uncover(int place) {
        LabelNode behind = new LabelNode();
        List<TryCatchBlockNode> before = new ArrayList<>();
        for (TryCatchBlockNode each : method.tryCatchBlocks) {
            int from = lines.flow.placeOf(each.start);
            if (lines.flow.realAfter(each.handler) == place && from <= place && place < lines.flow.placeOf(each.end)) {
                if (from < lines.flow.placeOf(each.handler)) {
                    before.add(new TryCatchBlockNode(each.start, each.handler, each.handler, each.type));
                }
                each.start = behind;
            }
        }
        method.tryCatchBlocks.addAll(0, before);
        method.instructions.insertBefore(code[place], behind);
    }
}
