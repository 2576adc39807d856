package org.heapline.agent;

import java.heapline.HeapReader;
import java.heapline.MaxMem;
import java.heapline.MemoryReader;
import java.heapline.Probes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.heapline.protocol.ProfiledMethod;
import org.heapline.protocol.TripReport;
import org.jspecify.annotations.Nullable;

/**
 * MAXMEM inside the target: confirms that the limit is exceeded, writes the trip down, and keeps the thread waiting
 * until it is released. {@link #confirm} and {@link #stop} run on the program's thread.
 */
final class TripDesk extends MaxMem.Desk {
    /** A garbage collection to confirm the live heap is worth its pause at most so often, in nanoseconds. */
    private static final long CONFIRM_PAUSE = 1_000_000_000L;

    private final Registry registry;
    private final AtomicBoolean confirming = new AtomicBoolean();
    private final Object door = new Object();
    private final @Nullable MemoryReader rss;

    private volatile long limit = Long.MAX_VALUE;
    private volatile String memory = "heap";
    private volatile String action = "park";
    private volatile long confirmedAt;
    private volatile @Nullable TripReport trip;
    private int trips;
    private boolean waiting;
    private boolean held;

    /**
     * @param rss reads the resident set, or null where this system does not tell it
     */
    TripDesk(Registry registry, @Nullable MemoryReader rss) {
        this.registry = registry;
        this.rss = rss;
    }

    /** As {@code AgentMXBean.arm}. */
    synchronized void arm(long limitBytes, String which, String what) {
        if (limitBytes < 1) {
            throw new IllegalArgumentException("the limit must be at least 1 byte, not " + limitBytes);
        }
        if (!which.equals("heap") && !which.equals("live") && !which.equals("rss")) {
            throw new IllegalArgumentException("'" + which + "' is no memory; choose heap, live or rss");
        }
        if (!what.equals("park") && !what.equals("debugger") && !what.equals("note")) {
            throw new IllegalArgumentException("'" + what + "' is no action; choose park, debugger or note");
        }
        if (which.equals("rss") && rss == null) {
            throw new IllegalArgumentException("this system does not tell the resident set; choose heap or live");
        }
        limit = limitBytes;
        memory = which;
        action = what;
        confirmedAt = System.nanoTime() - CONFIRM_PAUSE;
        synchronized (door) {
            held = false;
        }
        MaxMem.arm(which.equals("rss") ? 0 : limitBytes, this);
    }

    void disarm() {
        MaxMem.disarm();
    }

    @Nullable
    TripReport trip() {
        return trip;
    }

    void hold() {
        synchronized (door) {
            held = true;
        }
    }

    void release() {
        synchronized (door) {
            waiting = false;
            held = false;
            door.notifyAll();
        }
    }

    @Override
    public long confirm(long heapUsed) {
        if (memory.equals("rss")) {
            long now = rss == null ? 0 : rss.read();
            return now >= limit ? now : -1;
        }
        if (heapUsed < limit) {
            return -1;
        }
        return memory.equals("live") ? confirmLive() : heapUsed;
    }

    private long confirmLive() {
        if (System.nanoTime() - confirmedAt < CONFIRM_PAUSE || !confirming.compareAndSet(false, true)) {
            return -1;
        }
        try {
            System.gc();
            long live = HeapReader.INSTANCE.read();
            return live >= limit ? live : -1;
        } finally {
            confirmedAt = System.nanoTime();
            confirming.set(false);
        }
    }

    @Override
    public void stop(int method, int line, long current, int names, Object @Nullable [] values) {
        boolean stays = !action.equals("note") && mayWait(Thread.currentThread());
        TripReport report = report(method, line, current, names, values, stays);
        synchronized (door) {
            waiting = stays;
        }
        trip = report;
        if (!stays) {
            return;
        }
        if (action.equals("debugger")) {
            Probes.stopHere();
        } else {
            hold();
        }
        await();
        trip = ended(report);
    }

    private void await() {
        boolean interrupted = false;
        synchronized (door) {
            while (waiting && held) {
                try {
                    door.wait();
                } catch (InterruptedException e) {
                    interrupted = true; // Meant for the program: it finds it when it goes on.
                }
            }
            waiting = false;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Threads of the JVM itself serve everybody, the one that would release them included. */
    private static boolean mayWait(Thread thread) {
        String name = thread.getName();
        return !name.equals("Finalizer")
                && !name.equals("Reference Handler")
                && !name.equals("Common-Cleaner")
                && !name.equals("Signal Dispatcher")
                && !name.equals("Attach Listener")
                && !name.startsWith("RMI ")
                && !name.startsWith("JMX ");
    }

    @SuppressWarnings("deprecation") // Thread.threadId() came with Java 19.
    private TripReport report(
            int method, int line, long current, int names, Object @Nullable [] values, boolean stays) {
        ProfiledMethod where = registry.method(method);
        int number = where.getLines()[line];
        Thread thread = Thread.currentThread();
        trips++;
        return new TripReport(
                trips,
                memory,
                current,
                limit,
                System.currentTimeMillis(),
                thread.getName(),
                thread.getId(),
                where.getClassName(),
                where.getName(),
                where.getDescriptor(),
                where.getFile(),
                number,
                stays,
                stack(thread.getStackTrace(), number),
                Values.describe(registry.variables(method, names), values));
    }

    /** The program's frames; the first is on the line that is just left, not on the next one. */
    private String[] stack(StackTraceElement[] frames, int line) {
        int first = 0;
        while (first < frames.length && isOurs(frames[first].getClassName())) {
            first++;
        }
        String[] texts = new String[frames.length - first];
        for (int i = first; i < frames.length; i++) {
            StackTraceElement frame = frames[i];
            texts[i - first] = frame.getClassName() + "|" + frame.getMethodName() + "|"
                    + (frame.getFileName() == null ? registry.fileNameOf(frame.getClassName()) : frame.getFileName())
                    + "|"
                    + (i == first ? line : frame.getLineNumber());
        }
        return texts;
    }

    private static boolean isOurs(String className) {
        return className.equals("java.lang.Thread")
                || className.startsWith("java.heapline.")
                || className.startsWith("org.heapline.agent.");
    }

    private static TripReport ended(TripReport report) {
        return new TripReport(
                report.getId(),
                report.getMemory(),
                report.getCurrentBytes(),
                report.getLimitBytes(),
                report.getAtMillis(),
                report.getThread(),
                report.getThreadId(),
                report.getClassName(),
                report.getMethod(),
                report.getDescriptor(),
                report.getFile(),
                report.getLine(),
                false,
                report.getStack(),
                report.getLocals());
    }
}
