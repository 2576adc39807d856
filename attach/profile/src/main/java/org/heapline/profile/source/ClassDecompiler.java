package org.heapline.profile.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jetbrains.java.decompiler.api.Decompiler;
import org.jetbrains.java.decompiler.main.decompiler.CancelationManager;
import org.jetbrains.java.decompiler.main.extern.IFernflowerLogger;
import org.jetbrains.java.decompiler.main.extern.IFernflowerPreferences;

/** Makes a text from class files, each statement on its original line. One class at a time: it needs memory. */
final class ClassDecompiler {
    private static final String LONGEST_SECONDS_A_METHOD = "15";

    /** Whether the running call was given up: for the decompiler's own threads, which are made by the thread that asks. */
    private static final InheritableThreadLocal<AtomicBoolean> GIVEN_UP = new InheritableThreadLocal<>();

    static {
        CancelationManager.setCancelationChecker(ClassDecompiler::goOn);
    }

    private final Function<String, byte[]> classFiles;

    ClassDecompiler(Function<String, byte[]> classFiles) {
        this.classFiles = classFiles;
    }

    private static void goOn() {
        AtomicBoolean givenUp = GIVEN_UP.get();
        if (givenUp != null && givenUp.get()) {
            CancelationManager.cancel();
        }
    }

    /** The text of a top-level class with all that is nested in it. Fails where the thread is interrupted meanwhile. */
    synchronized String decompile(String topClass) throws DecompileException {
        Map<String, byte[]> classes = withNested(topClass);
        AtomicBoolean givenUp = new AtomicBoolean();
        GIVEN_UP.set(givenUp);
        DecompiledClass result = new DecompiledClass(classes, topClass.replace('.', '/'));
        try {
            Decompiler.builder()
                    .inputs(result)
                    .output(NoFiles.INSTANCE)
                    .logger(IFernflowerLogger.NO_OP)
                    .option(IFernflowerPreferences.BYTECODE_SOURCE_MAPPING, true)
                    // A lambda in braces keeps its statements on lines of their own.
                    .option(IFernflowerPreferences.INLINE_SIMPLE_LAMBDAS, false)
                    .option(IFernflowerPreferences.INDENT_STRING, "    ")
                    .option(IFernflowerPreferences.NEW_LINE_SEPARATOR, "\n")
                    .option(IFernflowerPreferences.MAX_PROCESSING_METHOD, LONGEST_SECONDS_A_METHOD)
                    .option(IFernflowerPreferences.THREADS, "1")
                    .build()
                    .decompile();
            return LineLayout.lay(result.text(), result.mapping(), FieldLines.of(classes.values()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (isInterruption(e)) {
                givenUp.set(true);
                Thread.currentThread().interrupt();
                throw new DecompileException("decompiling it was cancelled", e);
            }
            throw new DecompileException("the decompiler failed: " + e, e);
        } finally {
            GIVEN_UP.remove();
        }
    }

    /** The decompiler wraps it, and forgets the thread's mark. */
    private static boolean isInterruption(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private Map<String, byte[]> withNested(String topClass) throws DecompileException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Deque<String> wanted = new ArrayDeque<>();
        wanted.add(topClass);
        while (!wanted.isEmpty()) {
            String name = wanted.remove();
            byte[] classFile = classFile(name);
            if (name.equals(topClass) && classFile.length == 0) {
                throw new DecompileException("the target cannot give it");
            }
            if (classFile.length > 0) {
                classes.put(name.replace('.', '/'), classFile);
                try {
                    for (String nested : NestedClasses.namedIn(classFile, topClass)) {
                        if (!classes.containsKey(nested.replace('.', '/')) && !wanted.contains(nested)) {
                            wanted.add(nested);
                        }
                    }
                } catch (IOException e) {
                    throw new DecompileException(e.getMessage() == null ? "it is cut off" : e.getMessage(), e);
                }
            }
        }
        return classes;
    }

    private byte[] classFile(String name) throws DecompileException {
        try {
            byte[] bytes = classFiles.apply(name);
            return bytes == null ? new byte[0] : bytes;
        } catch (RuntimeException e) {
            throw new DecompileException("the target did not give it: " + e.getMessage(), e);
        }
    }
}
