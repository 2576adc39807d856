package org.heapline.agent;

import java.heapline.AllocationReader;
import java.heapline.RawReader;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The way into a JVM with modules. It calls what release 8 does not know without reflection: newer JVMs make a dozen
 * classes for each kind of call by reflection, and that was a tenth of the time until the first number.
 */
final class OpenedJdk extends JdkAccess {
    static {
        JdkAccess.offer(new OpenedJdk());
    }

    private boolean open;

    /** The JVM's diagnostic commands: who carries them out, and how; null before the first. */
    private @Nullable Object commands;

    private @Nullable Method execute;

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
    synchronized String command(Instrumentation instrumentation, String command) {
        try {
            if (execute == null) {
                findCommands(instrumentation);
            }
            return String.valueOf(execute.invoke(commands, command));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(command + ": " + e, e);
        }
    }

    /** What the JVM's own management bean calls; the bean itself would take twenty times as long to come to it. */
    private void findCommands(Instrumentation instrumentation) throws ReflectiveOperationException {
        String place = "com.sun.management.internal";
        Class<?> bean = Class.forName(place + ".DiagnosticCommandImpl", false, null);
        open(instrumentation);
        instrumentation.redefineModule(
                bean.getModule(),
                Set.of(),
                Map.of(),
                Map.of(place, Set.of(OpenedJdk.class.getModule())),
                Set.of(),
                Map.of());
        // It loads the library that has the method.
        Class.forName(place + ".PlatformMBeanProviderImpl", true, null);
        Method found = bean.getDeclaredMethod("executeDiagnosticCommand", String.class);
        found.setAccessible(true);
        commands = Unsafe.getUnsafe().allocateInstance(bean);
        execute = found;
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
