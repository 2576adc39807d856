package org.heapline.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is loaded in the target, for choosing what to profile and for showing it. */
final class ClassCatalog {
    private final Instrumentation instrumentation;
    private final OwnPlace own = OwnPlace.find();

    ClassCatalog(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** As {@code AgentMXBean.findClasses}. */
    String[] find(String text, int limit) {
        String part = text.toLowerCase(Locale.ROOT);
        List<TreeSet<String>> ranks = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            ranks.add(new TreeSet<>(Comparator.<String>naturalOrder()));
        }
        for (Class<?> each : LoadedClasses.in(instrumentation)) {
            String name = each.getName();
            if (isOffered(each) && name.toLowerCase(Locale.ROOT).contains(part)) {
                ranks.get(rank(each)).add(name);
            }
        }
        List<String> found = new ArrayList<>();
        for (TreeSet<String> rank : ranks) {
            for (String name : rank) {
                if (found.size() < limit) {
                    found.add(name);
                }
            }
        }
        return found.toArray(new String[0]);
    }

    private static boolean isOffered(Class<?> type) {
        return !type.isArray()
                && !type.isPrimitive()
                && type.getName().indexOf('/') < 0
                && !type.getName().startsWith("org.heapline.agent.")
                && !Wanted.isNever(type.getName());
    }

    private int rank(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (own.owns(loader, type.getProtectionDomain())) {
            return 0;
        }
        ClassLoader system = ClassLoader.getSystemClassLoader();
        return loader == null || loader == system.getParent() ? 2 : 1;
    }

    /** As {@code AgentMXBean.methodsOf}. */
    String[] methodsOf(String className) {
        byte[] file = classFile(className);
        final List<String> methods = new ArrayList<>();
        if (file.length > 0) {
            new ClassReader(file)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public @Nullable MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        @Nullable String signature,
                                        String @Nullable [] exceptions) {
                                    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC))
                                            == 0) {
                                        methods.add(name + descriptor);
                                    }
                                    return null;
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return methods.toArray(new String[0]);
    }

    /** As {@code AgentMXBean.classFile}. */
    byte[] classFile(String className) {
        Class<?> type = loaded(className);
        if (type == null) {
            return new byte[0];
        }
        try {
            byte[] file = ClassFiles.of(type.getClassLoader(), className.replace('.', '/'));
            return file == null ? new byte[0] : file;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    String locationOf(String className) {
        Class<?> type = loaded(className);
        return type == null ? "" : OwnPlace.locationOf(type.getProtectionDomain());
    }

    private @Nullable Class<?> loaded(String className) {
        for (Class<?> each : LoadedClasses.in(instrumentation)) {
            if (each.getName().equals(className)) {
                return each;
            }
        }
        return null;
    }
}
