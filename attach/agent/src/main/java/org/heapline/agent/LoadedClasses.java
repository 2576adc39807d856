package org.heapline.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The classes of the target. */
final class LoadedClasses {
    private LoadedClasses() {}

    /** All that are loaded; none where the JVM is ending, which then answers null. */
    static Class<?>[] in(Instrumentation instrumentation) {
        Class<?> @Nullable [] all = instrumentation.getAllLoadedClasses();
        return all == null ? new Class<?>[0] : all;
    }
}
