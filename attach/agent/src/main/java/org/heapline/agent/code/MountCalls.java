package org.heapline.agent.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The two calls in {@code java.lang.VirtualThread}: at the end of {@code mount}, and at the start of {@code unmount}. */
public final class MountCalls extends ClassVisitor {
    private static final String OWNER = "java/heapline/Mounts";
    private static final String THREAD = "(Ljava/lang/Thread;)V";

    private boolean mount;
    private boolean unmount;

    private MountCalls(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The class with both calls, or null if it has not these two methods. */
    public static byte @Nullable [] insert(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        MountCalls calls = new MountCalls(writer);
        reader.accept(calls, 0);
        return calls.mount && calls.unmount ? writer.toByteArray() : null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (!descriptor.equals("()V") || (access & Opcodes.ACC_STATIC) != 0) {
            return next;
        }
        mount |= name.equals("mount");
        unmount |= name.equals("unmount");
        return name.equals("mount") ? new AtEnd(next) : name.equals("unmount") ? new AtStart(next) : next;
    }

    private static void call(MethodVisitor method, String name) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, name, THREAD, false);
    }

    private static final class AtEnd extends MethodVisitor {
        AtEnd(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
                call(this, "mounted");
            }
            super.visitInsn(opcode);
        }
    }

    private static final class AtStart extends MethodVisitor {
        AtStart(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            call(this, "unmounting");
        }
    }
}
