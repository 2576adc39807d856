package org.heapline.agent.code;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The operands that methods with probes are said to need. */
class StackDepthTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.heapline.agent.code.Samples#samples")
    void isNeverLessThanTheCodeNeedsNorMuchMore(String behaviour, String source) throws Exception {
        for (byte[] each : Probed.instrumented(folder, source).values()) {
            Map<String, Integer> needed = depths(recounted(each));
            depths(each).forEach((method, said) -> {
                int need = needed.getOrDefault(method, 0);
                assertTrue(said >= need, () -> method + " says " + said + " and needs " + need);
                assertTrue(said <= need + 4, () -> method + " says " + said + " and needs only " + need);
            });
        }
    }

    private static byte[] recounted(byte[] type) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(type).accept(writer, 0);
        return writer.toByteArray();
    }

    private static Map<String, Integer> depths(byte[] type) {
        ClassNode node = new ClassNode();
        new ClassReader(type).accept(node, 0);
        Map<String, Integer> depths = new TreeMap<>();
        for (MethodNode each : node.methods) {
            depths.put(each.name + each.desc, each.maxStack);
        }
        return depths;
    }
}
