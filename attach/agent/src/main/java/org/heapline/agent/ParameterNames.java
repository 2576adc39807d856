package org.heapline.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives a class that is transformed again the names of its parameters back. JVMs before 21 forget them when they hand
 * out the bytes of a loaded class, and with them what reflection tells a program that was compiled with
 * {@code -parameters}.
 */
final class ParameterNames extends ClassVisitor {
    private static final int REMEMBERED_SINCE = 21;
    private static final boolean FORGOTTEN = JvmVersion.FEATURE < REMEMBERED_SINCE;

    /** The name of what holds the names in a class file. */
    private static final byte[] ATTRIBUTE = "MethodParameters".getBytes(StandardCharsets.ISO_8859_1);

    private final Map<String, List<Parameter>> methods = new HashMap<>();

    private ParameterNames() {
        super(Opcodes.ASM9);
    }

    private static final class Parameter {
        final @Nullable String name;
        final int access;

        Parameter(@Nullable String name, int access) {
            this.name = name;
            this.access = access;
        }
    }

    /**
     * The body of a class with the names that stand in its class file, as the loader finds it. The JVM forgets the names,
     * but none of the class's constants: a body that does not know what holds the names never had any, and most have not.
     *
     * @param name of the class, with slashes
     * @param body what the JVM gave; the answer is the same array if there is nothing to give back
     */
    static byte[] restoredIn(@Nullable ClassLoader loader, String name, byte[] body) {
        if (!FORGOTTEN || loader == null || !holds(body, ATTRIBUTE)) {
            return body;
        }
        byte[] file;
        try {
            file = ClassFiles.of(loader, name);
        } catch (IOException e) {
            return body; // Without its class file nobody knows the names any more.
        }
        if (file == null) {
            return body;
        }
        ParameterNames names = new ParameterNames();
        new ClassReader(file).accept(names, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return names.methods.isEmpty() ? body : names.into(body);
    }

    /** Whether some bytes occur in others. */
    private static boolean holds(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            int same = 0;
            while (same < part.length && bytes[i + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        String method = name + descriptor;
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitParameter(@Nullable String parameter, int parameterAccess) {
                List<Parameter> known = methods.get(method);
                if (known == null) {
                    known = new ArrayList<>();
                    methods.put(method, known);
                }
                known.add(new Parameter(parameter, parameterAccess));
            }
        };
    }

    private byte[] into(byte[] body) {
        ClassReader reader = new ClassReader(body);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Into(writer), 0);
        return writer.toByteArray();
    }

    private final class Into extends ClassVisitor {
        Into(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            List<Parameter> parameters = methods.get(name + descriptor);
            if (parameters == null) {
                return next;
            }
            for (Parameter each : parameters) {
                next.visitParameter(each.name, each.access);
            }
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitParameter(@Nullable String parameter, int parameterAccess) {
                    // They are all there already.
                }
            };
        }
    }
}
