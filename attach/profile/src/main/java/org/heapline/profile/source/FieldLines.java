package org.heapline.profile.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** On which lines fields get their first value: where a field with an initialiser is declared. */
final class FieldLines {
    private static final int API = Opcodes.ASM9;

    private final Map<String, Integer> lines = new HashMap<>();

    private FieldLines() {}

    /** Reads class files; one that is too new for the reader tells nothing. */
    static FieldLines of(Collection<byte[]> classFiles) {
        FieldLines lines = new FieldLines();
        for (byte[] classFile : classFiles) {
            try {
                new ClassReader(classFile).accept(lines.new Initialisers(), ClassReader.SKIP_FRAMES);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                // The fields of this class flow to wherever there is room: nothing else is lost.
                continue;
            }
        }
        return lines;
    }

    /** The line of a field of a class (internal name); 0 if unknown. */
    int line(String owner, String field) {
        return lines.getOrDefault(owner + '.' + field, 0);
    }

    private final class Initialisers extends ClassVisitor {
        private String owner = "";

        Initialisers() {
            super(API);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            owner = name;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return name.startsWith("<") ? new Stores(owner) : null;
        }
    }

    private final class Stores extends MethodVisitor {
        private final String owner;
        private int line;

        Stores(String owner) {
            super(API);
            this.owner = owner;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
            boolean store = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            if (store && type.equals(owner) && line > 0) {
                lines.putIfAbsent(owner + '.' + name, line);
            }
        }
    }
}
