package org.heapline.agent.code;

import java.util.List;
import org.heapline.agent.code.ProbeInserter.Effort;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Puts line probes into the wanted methods of a class. Holds no state between classes. */
public final class ClassInstrumenter {
    /** Beyond this size HotSpot never compiles a method. */
    private static final int COMPILED_SIZE = 8000;

    /** Beyond this size a method is no longer legal. */
    private static final int LEGAL_SIZE = 65535;

    /** Most bytes of an instruction that is no switch: a jump that has to go far. */
    private static final int LONGEST = 8;

    /** What is wanted of a class, and who is told what was done. */
    public interface Host {
        /** Whether the methods of the class that carry an annotation with this descriptor are wanted. */
        boolean wantsAnnotation(String descriptor);

        /** Whether a method is wanted by its name, or is known to carry a wanted annotation. */
        boolean wantsMethod(String name, String descriptor);

        /**
         * The source map (JSR 45) that the class was compiled with, if it is not in the bytes at hand; null if nobody
         * knows.
         */
        @Nullable
        String sourceMap();

        /** Whether a method is wanted so clearly that it must be said if it cannot be profiled. */
        boolean namesMethods();

        /**
         * A method gets probes.
         *
         * @param file path of the source file below its root, or empty
         * @param lines its line numbers, ascending
         * @param variables lists of its variables, {@code name|type} each, as a stop refers to them
         * @return its id
         */
        int profiled(String name, String descriptor, String file, int[] lines, String[] variables);

        /** A wanted method cannot be profiled. */
        void problem(String method, String why);
    }

    private final String probeOwner;
    private final boolean everyLineReads;

    /**
     * @param sharedMemory whether the backend is memory that all threads share, which every line has to read
     */
    public ClassInstrumenter(boolean sharedMemory) {
        this.probeOwner = sharedMemory ? "java/heapline/MemoryProbes" : ProbeCode.PROBES;
        this.everyLineReads = sharedMemory;
    }

    /**
     * The class with probes, or null if no method of it gets one.
     *
     * @throws IllegalArgumentException if the class file is of a version that cannot be read
     */
    public byte @Nullable [] instrument(byte[] classFile, Host host) {
        ClassReader reader = new ClassReader(classFile);
        ClassNode type = new ClassNode();
        reader.accept(type, ClassReader.EXPAND_FRAMES);
        CallSites calls =
                CallSites.of(type.sourceDebug != null || !isKotlin(type) ? type.sourceDebug : host.sourceMap());
        boolean whole =
                wantsAnnotated(type.visibleAnnotations, host) || wantsAnnotated(type.invisibleAnnotations, host);
        boolean any = false;
        ClassFacts facts = new ClassFacts(new Allocation(type), calls);
        for (int i = 0; i < type.methods.size(); i++) {
            MethodNode method = type.methods.get(i);
            if (whole || isWanted(method, type, host)) {
                MethodNode probed = instrument(type, method, facts, host);
                if (probed != null) {
                    type.methods.set(i, probed);
                    any = true;
                }
            }
        }
        if (!any) {
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        return writer.toByteArray();
    }

    private static boolean isKotlin(ClassNode type) {
        if (type.visibleAnnotations != null) {
            for (AnnotationNode each : type.visibleAnnotations) {
                if (each.desc.equals("Lkotlin/Metadata;")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWanted(MethodNode method, ClassNode type, Host host) {
        return host.wantsMethod(method.name, method.desc)
                || wantsAnnotated(method.visibleAnnotations, host)
                || wantsAnnotated(method.invisibleAnnotations, host)
                || isBodyOfWanted(method, type, host);
    }

    /** Whether it is a lambda's body in a method that is wanted by its annotation. */
    private static boolean isBodyOfWanted(MethodNode method, ClassNode type, Host host) {
        if (!method.name.startsWith("lambda$")) {
            return false;
        }
        int end = method.name.lastIndexOf('$');
        String home = end > 7 ? method.name.substring(7, end) : "";
        for (MethodNode each : type.methods) {
            if (each.name.equals(home)
                    && (host.wantsMethod(each.name, each.desc)
                            || wantsAnnotated(each.visibleAnnotations, host)
                            || wantsAnnotated(each.invisibleAnnotations, host))) {
                return true;
            }
        }
        return false;
    }

    private static boolean wantsAnnotated(@Nullable List<AnnotationNode> annotations, Host host) {
        if (annotations != null) {
            for (AnnotationNode each : annotations) {
                if (host.wantsAnnotation(each.desc)) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable MethodNode instrument(ClassNode type, MethodNode method, ClassFacts facts, Host host) {
        String shown = type.name.replace('/', '.') + "#" + method.name;
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            host.problem(shown, "it is native: it has no lines; its callers show what it allocates");
            return null;
        }
        if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
            if (host.namesMethods()) {
                host.problem(shown, "it is abstract: it has no lines; profile the classes that implement it");
            }
            return null;
        }
        if ((method.access & Opcodes.ACC_BRIDGE) != 0 || method.name.startsWith("access$")) {
            return null; // Only passes the call on, and has no line of its own.
        }
        if (!hasLines(method)) {
            host.problem(shown, "it has no line numbers; compile it with -g or -g:lines");
            return null;
        }
        if (usesSubroutines(method)) {
            host.problem(shown, "it was compiled for Java 5 or older with subroutines; compile it anew");
            return null;
        }
        ProbeInserter probed = fitting(type, method, facts, shown, host);
        if (probed == null) {
            return null;
        }
        probed.setId(host.profiled(method.name, method.desc, fileOf(type), probed.lineNumbers(), probed.names()));
        return probed.method();
    }

    /** The method with the probes that it has room for; null if it gets too big all the same. */
    private @Nullable ProbeInserter fitting(
            ClassNode type, MethodNode method, ClassFacts facts, String shown, Host host) {
        int limit = sizeOf(method) > COMPILED_SIZE ? LEGAL_SIZE : COMPILED_SIZE;
        for (Effort effort : Effort.values()) {
            ProbeInserter probed = probe(type, method, facts, effort);
            if (probed != null && sizeOf(probed.method()) <= limit) {
                return probed;
            }
        }
        host.problem(
                shown,
                limit == LEGAL_SIZE
                        ? "it is too large: with line probes it would pass the JVM's 64 KB for a method"
                        : "it is too large: with line probes the JVM would no longer compile it, and it would run slowly");
        return null;
    }

    private @Nullable ProbeInserter probe(ClassNode type, MethodNode method, ClassFacts facts, Effort effort) {
        MethodNode copy = new MethodNode(
                Opcodes.ASM9,
                method.access,
                method.name,
                method.desc,
                method.signature,
                method.exceptions.toArray(new String[0]));
        method.accept(copy);
        MethodLines lines = MethodLines.of(copy, facts, everyLineReads);
        if (lines == null) {
            return null;
        }
        ProbeInserter inserter = new ProbeInserter(type, copy, lines, facts.allocation, probeOwner, effort);
        inserter.insert();
        return inserter;
    }

    /** Bytes of its code, or less than the least limit if it is surely below that. */
    private static int sizeOf(MethodNode method) {
        if (method.instructions.size() < COMPILED_SIZE / LONGEST && !hasSwitch(method)) {
            return 0;
        }
        CodeSizeEvaluator size = new CodeSizeEvaluator(Opcodes.ASM9, new MethodVisitor(Opcodes.ASM9) {}) {};
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            each.accept(size);
        }
        return size.getMaxSize();
    }

    private static boolean hasSwitch(MethodNode method) {
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            if (each.getOpcode() == Opcodes.TABLESWITCH || each.getOpcode() == Opcodes.LOOKUPSWITCH) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLines(MethodNode method) {
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            if (each instanceof LineNumberNode) {
                return true;
            }
        }
        return false;
    }

    private static boolean usesSubroutines(MethodNode method) {
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            if (each.getOpcode() == Opcodes.JSR || each.getOpcode() == Opcodes.RET) {
                return true;
            }
        }
        return false;
    }

    private static String fileOf(ClassNode type) {
        if (type.sourceFile == null) {
            return "";
        }
        int slash = type.name.lastIndexOf('/');
        return type.name.substring(0, slash + 1) + type.sourceFile;
    }
}
