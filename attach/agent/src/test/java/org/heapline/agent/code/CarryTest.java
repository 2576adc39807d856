package org.heapline.agent.code;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

class CarryTest {
    /** Above HotSpot's FreqInlineSize a method is never inlined. */
    private static final int NEVER_INLINED = 325;

    @Test
    void carryingInALoopIsTooLargeToBeInlined() throws Exception {
        ClassNode probes = new ClassNode();
        try (InputStream in = ClassLoader.getSystemResourceAsStream("java/heapline/Probes.class")) {
            new ClassReader(in).accept(probes, 0);
        }
        for (MethodNode each : probes.methods) {
            if (each.name.equals("carryRarely")) {
                CodeSizeEvaluator size = new CodeSizeEvaluator(Opcodes.ASM9, null) {};
                for (AbstractInsnNode instruction : each.instructions) {
                    instruction.accept(size);
                }
                assertTrue(size.getMinSize() > NEVER_INLINED, () -> size.getMinSize() + " bytes");
                return;
            }
        }
        throw new AssertionError("no carryRarely in Probes");
    }
}
