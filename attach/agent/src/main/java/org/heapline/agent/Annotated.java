package org.heapline.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The methods of a loaded class that carry a wanted annotation, read from its class file: the bytes that the JVM hands
 * out for a loaded class no longer have the annotations that are not kept at run time.
 */
final class Annotated {
    private final Wanted wanted;
    private final Set<String> methods = new HashSet<>();
    private boolean whole;
    private boolean read;

    private Annotated(Wanted wanted) {
        this.wanted = wanted;
    }

    /**
     * Looks at a class file as the loader finds it; nothing is annotated if it does not find one.
     *
     * @param name of the class, with slashes
     */
    static Annotated in(@Nullable ClassLoader loader, String name, Wanted wanted) {
        Annotated annotated = new Annotated(wanted);
        if (loader == null || !wanted.hasAnnotations()) {
            return annotated;
        }
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            if (in != null) {
                annotated.read = true;
                new ClassReader(in)
                        .accept(
                                annotated.new Look(),
                                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            return annotated; // Then only what is kept at run time is seen, in the class itself.
        }
        return annotated;
    }

    /** Whether the class carries one somewhere; also if its class file was not found, so that nobody can say. */
    boolean mayHave() {
        return !read || whole || !methods.isEmpty();
    }

    /** Whether the class or this method of it carries one. */
    boolean has(String method, String descriptor) {
        return whole || methods.contains(method + descriptor);
    }

    private final class Look extends ClassVisitor {
        Look() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            whole |= wanted.wantsAnnotation(descriptor);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String methodDescriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    if (wanted.wantsAnnotation(descriptor)) {
                        methods.add(name + methodDescriptor);
                    }
                    return null;
                }
            };
        }
    }
}
