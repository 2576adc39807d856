package org.heapline.targets.limits;

import org.heapline.targets.Commands;

/** Takes memory in a virtual thread, where there are any. */
final class Virtual {
    private Virtual() {}

    static void fill() {
        try {
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) Virtual::take);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take() {
        Thread.currentThread().setName("light");
        Commands.sink = new byte[20 << 20]; // in a virtual thread
        Commands.sink = null;
    }
}
