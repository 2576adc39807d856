package org.heapline.bench.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A program of 10,000 lines, each of which was run by 200 threads that are all alive. Answers each line on standard
 * input with the bytes that are reachable in its heap; ends at the end of the input.
 */
public final class Wide {
    /** What the names of its classes begin with. */
    public static final String PART = Wide.class.getName() + "Part";

    private static final int CLASSES = 100;
    private static final int METHODS = 10;
    private static final int LINES = 10;
    private static final int THREADS = 200;

    private Wide() {}

    /** Without arguments. */
    public static void main(String[] arguments) throws Exception {
        List<Method> methods = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            Class<?> type = MethodHandles.lookup().defineClass(bytecode(i));
            methods.addAll(List.of(type.getMethods()).stream()
                    .filter(method -> method.getDeclaringClass() == type)
                    .toList());
        }
        CountDownLatch done = new CountDownLatch(THREADS);
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> work(methods, done, end));
            thread.setDaemon(true);
            thread.start();
        }
        done.await();
        answer();
        end.countDown();
    }

    private static void answer() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.gc();
            out.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }

    private static void work(List<Method> methods, CountDownLatch done, CountDownLatch end) {
        try {
            for (Method each : methods) {
                each.invoke(null);
            }
            done.countDown();
            end.await();
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IllegalStateException("a thread could not do its work: " + e, e);
        }
    }

    private static byte[] bytecode(int number) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, PART.replace('.', '/') + number, null, "java/lang/Object", null);
        type.visitSource("WidePart.java", null);
        for (int i = 0; i < METHODS; i++) {
            MethodVisitor code =
                    type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "part" + i, "()V", null, null);
            code.visitCode();
            for (int line = 0; line < LINES; line++) {
                Label label = new Label();
                code.visitLabel(label);
                code.visitLineNumber(1 + i * LINES + line, label);
                if (line == LINES - 1) {
                    code.visitInsn(Opcodes.RETURN);
                } else {
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BYTE);
                    code.visitInsn(Opcodes.POP);
                }
            }
            code.visitMaxs(0, 0);
            code.visitEnd();
        }
        type.visitEnd();
        return type.toByteArray();
    }
}
