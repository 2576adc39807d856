package org.heapline.agent;

import java.heapline.Mounts;
import java.heapline.Setup;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.heapline.agent.code.MountCalls;
import org.jspecify.annotations.Nullable;

/**
 * Has the JVM's virtual threads tell the probes when they get and leave a carrier, by two calls in {@code
 * java.lang.VirtualThread}. Where that cannot be done, what crosses a park is named under problems instead.
 */
final class MountWatch implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    private final @Nullable Class<?> virtualThread;
    private volatile boolean wanted;
    private volatile boolean inserted;

    MountWatch(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.virtualThread = virtualThread();
    }

    private static @Nullable Class<?> virtualThread() {
        try {
            return Class.forName("java.lang.VirtualThread", false, null);
        } catch (ClassNotFoundException e) {
            return null; // Before Java 21 no thread is virtual.
        }
    }

    /** Puts the calls in, if this JVM has virtual threads and lets their count be read. */
    void begin() {
        if (virtualThread == null || !Setup.readerText().equals("raw")) {
            return;
        }
        instrumentation.addTransformer(this, true);
        wanted = true;
        if (change() && inserted) {
            Mounts.begin();
        } else {
            end();
        }
    }

    /** Takes them out. */
    void end() {
        Mounts.end();
        if (wanted) {
            wanted = false;
            change();
            instrumentation.removeTransformer(this);
        }
    }

    private boolean change() {
        try {
            instrumentation.retransformClasses(virtualThread);
            return true;
        } catch (UnmodifiableClassException | LinkageError | RuntimeException | InternalError e) {
            return false; // The JVM refuses: then virtual threads are told nothing.
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (!wanted || redefined != virtualThread || redefined == null) {
            return null;
        }
        byte[] changed = MountCalls.insert(classFile);
        inserted = changed != null;
        return changed;
    }
}
