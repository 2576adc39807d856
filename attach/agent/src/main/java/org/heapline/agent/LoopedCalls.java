package org.heapline.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The lines of a class on which a call stands in a loop: only such a call can be made twice by the same frame. */
final class LoopedCalls extends ClassVisitor {
    private final Set<String> lines = new HashSet<>();
    private final Set<String> methods = new HashSet<>();

    private LoopedCalls() {
        super(Opcodes.ASM9);
    }

    /**
     * Reads a class file.
     *
     * @param classFile empty if there is none: then every call may be in a loop
     */
    static @Nullable LoopedCalls of(byte[] classFile) {
        if (classFile.length == 0) {
            return null;
        }
        LoopedCalls found = new LoopedCalls();
        new ClassReader(classFile).accept(found, ClassReader.SKIP_FRAMES);
        return found;
    }

    /** Whether the call that a frame of this class is at may be one that it makes again and again. */
    boolean has(StackTraceElement frame) {
        return frame.getLineNumber() < 0
                ? methods.contains(frame.getMethodName())
                : lines.contains(frame.getMethodName() + ':' + frame.getLineNumber());
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Code(name);
    }

    private final class Code extends MethodVisitor {
        private final String name;
        private final Map<Label, Integer> places = new HashMap<>();
        private final List<int[]> calls = new ArrayList<>();
        private final List<int[]> loops = new ArrayList<>();
        private int at;
        private int line;

        Code(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public void visitLabel(Label label) {
            places.put(label, ++at);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            jump(target);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
            jump(otherwise);
            jump(targets);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
            jump(otherwise);
            jump(targets);
        }

        private void jump(Label... targets) {
            for (Label target : targets) {
                Integer back = places.get(target);
                if (back != null) {
                    loops.add(new int[] {back, ++at});
                }
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean isInterface) {
            calls.add(new int[] {++at, line});
        }

        @Override
        public void visitEnd() {
            for (int[] call : calls) {
                for (int[] loop : loops) {
                    if (loop[0] <= call[0] && call[0] <= loop[1]) {
                        lines.add(name + ':' + call[1]);
                        methods.add(name);
                    }
                }
            }
        }
    }
}
