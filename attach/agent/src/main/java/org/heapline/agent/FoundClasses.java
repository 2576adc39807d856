package org.heapline.agent;

import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.heapline.agent.code.UsedClasses;
import org.jspecify.annotations.Nullable;

/**
 * The classes that loaders have found already, as they were when a batch of loaded classes began to be changed: what uses
 * only these makes the JVM load and initialise nothing. For one batch, and one thread.
 */
final class FoundClasses {
    /** Without anything to initialise; nearly every enum has them. */
    private static final Set<String> EMPTY = new HashSet<>(
            Arrays.asList("java.lang.Comparable", "java.io.Serializable", "java.lang.constant.Constable"));

    private final Instrumentation instrumentation;
    private final @Nullable JdkAccess access;
    private final Map<ClassLoader, OfLoader> byUser = new IdentityHashMap<>();

    FoundClasses(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.access = open(instrumentation);
    }

    private static @Nullable JdkAccess open(Instrumentation instrumentation) {
        JdkAccess access = JdkAccess.find();
        try {
            if (access != null) {
                access.open(instrumentation);
            }
            return access;
        } catch (RuntimeException | LinkageError e) {
            return null; // A JVM that does not let us ask: nothing is known of its classes then.
        }
    }

    /** Those that a loader has found; null if that is not known. */
    @Nullable
    OfLoader of(@Nullable ClassLoader loader) {
        if (loader == null || access == null) {
            return null;
        }
        OfLoader known = byUser.get(loader);
        if (known == null) {
            known = new OfLoader(instrumentation.getInitiatedClasses(loader), loader, access);
            byUser.put(loader, known);
        }
        return known;
    }

    /** Those of one loader. Names are internal ones, with slashes. */
    static final class OfLoader {
        private final Map<String, Class<?>> found = new HashMap<>();
        private final JdkAccess access;

        OfLoader(Class<?>[] initiated, ClassLoader loader, JdkAccess access) {
            this.access = access;
            for (Class<?> each : initiated) {
                if (staysFor(loader, each.getClassLoader())) {
                    found.put(each.getName(), each);
                }
            }
        }

        /** A class of a third loader may be unloaded, and found anew when it is next used. */
        private static boolean staysFor(ClassLoader user, @Nullable ClassLoader owner) {
            return owner == null || owner == user || owner == ClassLoader.getSystemClassLoader();
        }

        private @Nullable Class<?> find(String name) {
            return found.get(name.replace('/', '.'));
        }

        /** As {@link UsedClasses#isLoaded}. */
        boolean isLoaded(String name) {
            return find(name) != null;
        }

        /** As {@link UsedClasses#isInitialized}. */
        boolean isInitialized(String name) {
            Class<?> type = find(name);
            if (type == null || !access.isInitialized(type)) {
                return false;
            }
            // An interface is initialised on its own, when a field of it is asked for: by the name of a class perhaps.
            for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                if (!areInitialized(each.getInterfaces())) {
                    return false;
                }
            }
            return true;
        }

        private boolean areInitialized(Class<?>[] interfaces) {
            for (Class<?> each : interfaces) {
                if (!EMPTY.contains(each.getName()) && !access.isInitialized(each)
                        || !areInitialized(each.getInterfaces())) {
                    return false;
                }
            }
            return true;
        }

        /** As {@link UsedClasses#isEnum}. */
        boolean isEnum(String name) {
            Class<?> type = find(name);
            return type != null && Enum.class.isAssignableFrom(type);
        }
    }
}
