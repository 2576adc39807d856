package org.heapline.bench.yardstick;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A java agent that calls {@link Yardstick} before each line of one class and of the classes nested in it. */
public final class YardstickAgent implements ClassFileTransformer {
    private final String className;

    private YardstickAgent(String className) {
        this.className = className.replace('.', '/');
    }

    /** With the name of the class. */
    public static void premain(String className, Instrumentation instrumentation) {
        instrumentation.addTransformer(new YardstickAgent(className));
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (name == null || !name.equals(className) && !name.startsWith(className + "$")) {
            return null;
        }
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, 0);
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode each : method.instructions.toArray()) {
                if (each instanceof LineNumberNode line) {
                    insertBefore(firstOf(line), line.line, method.instructions);
                }
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        return writer.toByteArray();
    }

    /** The first instruction of a line: what is between is labels and frames. */
    private static AbstractInsnNode firstOf(LineNumberNode line) {
        AbstractInsnNode next = line.getNext();
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    private static void insertBefore(AbstractInsnNode instruction, int line, InsnList code) {
        code.insertBefore(instruction, new IntInsnNode(Opcodes.SIPUSH, line));
        code.insertBefore(
                instruction,
                new MethodInsnNode(
                        Opcodes.INVOKESTATIC, Yardstick.class.getName().replace('.', '/'), "line", "(I)V"));
    }
}
