package org.heapline.agent.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** How much there is of what is rarely run: it is what instrumenting, verifying and a class in memory cost. */
class ColdCodeTest {
    private static final int LINES = 40;
    private static final int BYTES_A_LINE = 115;

    @TempDir
    Path folder;

    @Test
    void aLineThatMayStopTakesFewBytes() throws Exception {
        int size = MethodShape.of(sample()).size;
        assertTrue(size < LINES * BYTES_A_LINE, () -> size + " bytes for " + LINES + " lines with six locals");
    }

    @Test
    void variablesAreDeclaredOnceForNeighbours() throws Exception {
        List<LocalVariableNode> variables = sample().localVariables;
        long times = variables.stream().filter(each -> each.name.equals("f")).count();
        assertEquals(2, times, "in the method's own code and behind it");
    }

    @Test
    void handlersGuardNeighboursOnce() throws Exception {
        List<TryCatchBlockNode> blocks = sample().tryCatchBlocks;
        long times = blocks.stream()
                .filter(each -> "java/lang/RuntimeException".equals(each.type))
                .count();
        assertEquals(2, times, "in the method's own code and behind it");
    }

    private MethodNode sample() throws Exception {
        StringBuilder source = new StringBuilder("public class Sample {\n static Object sink;\n"
                + " static void run(int a, long b, Object c, Object d, Object e, Object f) {\n  try {\n");
        for (int i = 0; i < LINES; i++) {
            source.append("  sink = new Object();\n");
        }
        source.append("  } catch (RuntimeException x) {\n   sink = x;\n  }\n }\n}\n");
        ClassNode type = new ClassNode();
        byte[] bytes = Probed.instrumented(folder, source.toString()).get("Sample");
        new ClassReader(bytes).accept(type, 0);
        return type.methods.stream()
                .filter(each -> each.name.equals("run"))
                .findFirst()
                .orElseThrow();
    }
}
