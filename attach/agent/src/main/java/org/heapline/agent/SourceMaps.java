package org.heapline.agent;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** The source map of a loaded class, from its class file: the bytes that the JVM hands out for it have lost it. */
final class SourceMaps extends ClassVisitor {
    private @Nullable String map;

    private SourceMaps() {
        super(Opcodes.ASM9);
    }

    /**
     * Looks at a class file as the loader finds it; null if it does not find one, or there is no map in it.
     *
     * @param name of the class, with dots
     */
    static @Nullable String of(ClassLoader loader, String name) {
        SourceMaps found = new SourceMaps();
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in != null) {
                new ClassReader(in).accept(found, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            return null; // Then inlined code has the numbers that the compiler gave it.
        }
        return found.map;
    }

    @Override
    public void visitSource(@Nullable String file, @Nullable String debug) {
        map = debug;
    }
}
