package org.heapline.agent;

import java.heapline.AllocationReader;
import java.heapline.RawReader;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import jdk.internal.misc.Unsafe;

/**
 * The way into a JVM with modules. It calls what release 8 does not know without reflection: newer JVMs make a dozen
 * classes for each kind of call by reflection, and that was a tenth of the time until the first number.
 */
final class OpenedJdk extends JdkAccess {
    static {
        JdkAccess.offer(new OpenedJdk());
    }

    private boolean open;

    private OpenedJdk() {}

    @Override
    synchronized void open(Instrumentation instrumentation) {
        if (!open) {
            open(instrumentation, OpenedJdk.class, Map.of());
            open = true;
        }
    }

    @Override
    void define(Instrumentation instrumentation, String[] names, byte[][] files) {
        open(instrumentation);
        for (int i = 0; i < names.length; i++) {
            Unsafe.getUnsafe().defineClass(names[i], files[i], 0, files[i].length, null, null);
        }
    }

    @Override
    Object rawReader(Instrumentation instrumentation) {
        // The bootstrap loader's unnamed module, and it alone, gets what the raw reader needs.
        open(instrumentation, AllocationReader.class, Map.of("java.lang", Set.of(AllocationReader.class.getModule())));
        return new RawReader();
    }

    @Override
    boolean isInitialized(Class<?> type) {
        return !Unsafe.getUnsafe().shouldBeInitialized(type);
    }

    private static void open(Instrumentation instrumentation, Class<?> user, Map<String, Set<Module>> opens) {
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of("jdk.internal.misc", Set.of(user.getModule())),
                opens,
                Set.of(),
                Map.of());
    }
}
