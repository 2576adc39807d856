package org.heapline.targets.crowds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.heapline.targets.Commands;

/** Threads of which each takes another amount: some go on living, some end, some are virtual where the JVM has these. */
final class ByThread {
    private static final int LENGTH = 1000;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private ByThread() {}

    static void work() {
        CountDownLatch made = new CountDownLatch(2);
        start("maker-1", 10, made);
        start("maker-2", 20, made);
        List<Thread> ending = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Thread brief = new Thread(() -> make(5), "brief-" + i);
            brief.start();
            ending.add(brief);
        }
        for (int i = 0; i < 4; i++) {
            ending.addAll(virtual(() -> make(7)));
        }
        try {
            made.await();
            for (Thread each : ending) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String name, int times, CountDownLatch made) {
        Thread maker = new Thread(() -> makeAndStay(times, made), name);
        maker.setDaemon(true);
        maker.start();
    }

    private static void makeAndStay(int times, CountDownLatch made) {
        make(times);
        made.countDown();
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void make(int times) {
        for (int i = 0; i < times; i++) {
            Commands.sink = new byte[LENGTH];
        }
    }

    /** A virtual thread, or none before JDK 21. */
    private static List<Thread> virtual(Runnable work) {
        try {
            return List.of(
                    (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work));
        } catch (NoSuchMethodException e) {
            return List.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
