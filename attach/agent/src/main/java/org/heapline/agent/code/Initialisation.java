package org.heapline.agent.code;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The call of {@code super(...)} or {@code this(...)} in a constructor. The verifier takes no handler around it, so what
 * its line has allocated for the arguments is charged before the call.
 */
final class Initialisation {
    private final MethodInsnNode call;

    /** Its place in the unchanged code, and its line, or -1. */
    private final int place;

    private final int line;

    /** Whether its line is charged in two parts. */
    private final boolean inTwo;

    /** Where it starts and where it has ended. */
    final LabelNode start = new LabelNode();

    final LabelNode end = new LabelNode();

    private Initialisation(MethodInsnNode call, MethodLines lines, Allocation allocation, boolean everyLineReads) {
        this.call = call;
        this.place = Arrays.asList(lines.flow.code()).indexOf(call);
        this.line = lines.lineAt[place];
        this.inTwo = line >= 0
                && lines.allocating[line]
                && mayThrow(call)
                && (everyLineReads || allocatesBefore(lines, allocation));
    }

    /** What a method calls, or null if it is no constructor or its calls are not known. */
    static @Nullable Initialisation of(
            MethodNode method, Frames frames, MethodLines lines, Allocation allocation, boolean everyLineReads) {
        AbstractInsnNode found = frames.initialisation();
        return method.name.equals("<init>") && found != null
                ? new Initialisation((MethodInsnNode) found, lines, allocation, everyLineReads)
                : null;
    }

    /** Whether its line may have allocated when the call begins. */
    private boolean allocatesBefore(MethodLines lines, Allocation allocation) {
        for (int i = 0; i < place; i++) {
            if (lines.lineAt[i] == line && allocation.possibleAt(lines.flow.code()[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayThrow(MethodInsnNode call) {
        return !call.owner.equals("java/lang/Object")
                && !call.owner.equals("java/lang/Enum")
                && !call.owner.equals("java/lang/Record");
    }

    /** Its place in the unchanged code if a probe stands there, else -1. */
    int probedPlace() {
        return inTwo ? place : -1;
    }

    /**
     * Puts the labels around it, and the probes that charge its arguments.
     *
     * @param free the first slot that nobody uses: what is kept in it need not be in any stack map frame
     * @return how many slots are used from there on
     */
    int surround(InsnList code, ProbeCode probes, int free) {
        if (inTwo) {
            code.insertBefore(call, probes.leaveArguments(line, free));
            code.insert(call, probes.rejoin(line, free));
        }
        code.insertBefore(call, start);
        code.insert(call, end);
        return inTwo ? 2 : 0;
    }
}
