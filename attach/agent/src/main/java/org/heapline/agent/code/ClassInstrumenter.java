package org.heapline.agent.code;

import java.util.List;
import org.heapline.agent.code.ProbeInserter.Effort;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Puts line probes into the wanted methods of a class. Holds no state between classes. */
public final class ClassInstrumenter {
    /** Beyond this size HotSpot never compiles a method. */
    private static final int COMPILED_SIZE = 8000;

    /** Beyond this size a method is no longer legal. */
    private static final int LEGAL_SIZE = 65535;

    /**
     * Beyond this size a jump may be too long, and what each variable and operand is at each instruction has to be found out
     * anew. With more instructions times variables and operands than this, as in generated code, it would take too much of
     * the program's heap and time: ASM refuses the whole class.
     */
    private static final int JUMP = 32767;

    private static final long MOST_TYPES = 1_500_000;

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

        /** What is known of the classes that the class uses. */
        UsedClasses usedClasses();

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

        /**
         * The number by which a stop in a method refers to the first of its lists of variables.
         *
         * @param id of the method, which others of the same name and lines may have too
         */
        int firstList(int id, String[] variables);

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
        Untouched untouched = new Untouched(reader);
        ClassFacts facts = new ClassFacts(new Allocation(type, host.usedClasses()), calls);
        for (int i = 0; i < type.methods.size(); i++) {
            MethodNode method = type.methods.get(i);
            if (whole || isWanted(method, type, host)) {
                any |= instrument(type, i, facts, untouched, host);
            }
        }
        if (!any) {
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
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

    /** Gives a method probes; whether it could. */
    private boolean instrument(ClassNode type, int index, ClassFacts facts, Untouched untouched, Host host) {
        MethodNode method = type.methods.get(index);
        String shown = type.name.replace('/', '.') + "#" + method.name;
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            host.problem(shown, "it is native: it has no lines; its callers show what it allocates");
            return false;
        }
        if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
            if (host.namesMethods()) {
                host.problem(shown, "it is abstract: it has no lines; profile the classes that implement it");
            }
            return false;
        }
        if ((method.access & Opcodes.ACC_BRIDGE) != 0 || method.name.startsWith("access$")) {
            return false; // Only passes the call on, and has no line of its own.
        }
        MethodShape shape = MethodShape.of(method);
        if (!shape.hasLines) {
            host.problem(shown, "it has no line numbers; compile it with -g or -g:lines");
            return false;
        }
        if (shape.usesSubroutines) {
            host.problem(shown, "it was compiled for Java 5 or older with subroutines; compile it anew");
            return false;
        }
        int limit = shape.size > COMPILED_SIZE ? LEGAL_SIZE : COMPILED_SIZE;
        ProbeInserter probed = fitting(type, index, facts, untouched, limit);
        if (probed == null) {
            host.problem(
                    shown,
                    limit == LEGAL_SIZE
                            ? "it is too large: with line probes it would pass the JVM's 64 KB for a method, or 32 KB with"
                                    + " very many variables or operands"
                            : "it is too large: with line probes the JVM would no longer compile it, and it would run slowly");
            return false;
        }
        int id = host.profiled(method.name, method.desc, fileOf(type), probed.lineNumbers(), probed.names());
        probed.setId(id, host.firstList(id, probed.names()));
        return true;
    }

    /** Gives a method the probes that it has room for; if it gets too big all the same it stays as it is, for null. */
    private @Nullable ProbeInserter fitting(
            ClassNode type, int index, ClassFacts facts, Untouched untouched, int limit) {
        for (Effort effort : Effort.values()) {
            MethodNode method = type.methods.get(index);
            MethodLines lines = MethodLines.of(method, facts, everyLineReads);
            if (lines != null) {
                ProbeInserter inserter = new ProbeInserter(type, method, lines, facts.allocation, probeOwner, effort);
                inserter.insert();
                if (MethodShape.fits(method, limit) && canJump(method)) {
                    return inserter;
                }
                type.methods.set(index, untouched.method(index));
            }
        }
        return null;
    }

    private static boolean canJump(MethodNode method) {
        long types = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
        return types <= MOST_TYPES || MethodShape.fits(method, JUMP);
    }

    /** The methods as they were, for those that get too big: few, so the class is only then read a second time. */
    private static final class Untouched {
        private final ClassReader reader;
        private @Nullable ClassNode type;

        Untouched(ClassReader reader) {
            this.reader = reader;
        }

        MethodNode method(int index) {
            if (type == null) {
                type = new ClassNode();
                reader.accept(type, ClassReader.EXPAND_FRAMES);
            }
            MethodNode method = type.methods.get(index);
            MethodNode copy = new MethodNode(
                    Opcodes.ASM9,
                    method.access,
                    method.name,
                    method.desc,
                    method.signature,
                    method.exceptions.toArray(new String[0]));
            method.accept(copy);
            return copy;
        }
    }

    private static String fileOf(ClassNode type) {
        if (type.sourceFile == null) {
            return "";
        }
        int slash = type.name.lastIndexOf('/');
        return type.name.substring(0, slash + 1) + type.sourceFile;
    }
}
