package org.heapline.targets.libraries;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.util.List;

/** An agent that transforms classes again and changes nothing: some that a JVM refuses, it refuses even so. */
public final class Unchanged {
    private static Instrumentation instrumentation;

    private Unchanged() {}

    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** Tries the classes named in {@code refused.txt} and writes down what became of each. */
    static void transform(List<Class<?>> loaded) {
        try (PrintWriter out = new PrintWriter(new File("unchanged.txt"), "UTF-8")) {
            List<String> names = Files.readAllLines(new File("refused.txt").toPath());
            for (Class<?> each : loaded) {
                if (names.contains(each.getName())) {
                    out.println(each.getName() + "\t" + transformed(each));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String transformed(Class<?> type) {
        try {
            instrumentation.retransformClasses(type);
            return "fine";
        } catch (UnmodifiableClassException | LinkageError | InternalError e) {
            return e.getClass().getName();
        }
    }
}
