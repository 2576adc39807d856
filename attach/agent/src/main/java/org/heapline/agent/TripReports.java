package org.heapline.agent;

import java.lang.management.ThreadInfo;
import org.heapline.agent.TripDesk.Crossing;
import org.heapline.agent.code.Packing;
import org.heapline.agent.look.Values;
import org.heapline.protocol.ProfiledMethod;
import org.heapline.protocol.TripReport;
import org.jspecify.annotations.Nullable;

/** Writes trips down. */
final class TripReports {
    private final Registry registry;

    TripReports(Registry registry) {
        this.registry = registry;
    }

    /** The variables at a place to stop, {@code name|type} by lines. */
    String variables(int method, int names) {
        return registry.variables(method, names);
    }

    /** The calling thread has come to the end of the line that tripped. */
    @SuppressWarnings("deprecation") // Thread.threadId() came with Java 19.
    StoppedThread of(int id, Crossing crossing, int method, int line, int names, Object @Nullable [] packed) {
        ProfiledMethod where = registry.method(method);
        int number = where.getLines()[line];
        Thread thread = Thread.currentThread();
        StackTraceElement[] frames = thread.getStackTrace();
        int first = firstOf(frames);
        // What is counted with others of its kind has a name of its own all the same.
        boolean ofKind = Kinds.isKind(where.getClassName()) && first < frames.length;
        String variables = registry.variables(method, names);
        Object[] values = packed == null ? null : Packing.unpack(variables, packed);
        String refusal = crossing.limit.action.equals("note") ? "" : Bystander.refusal(thread, frames);
        boolean stays = !crossing.limit.action.equals("note") && refusal.isEmpty();
        TripReport report = new TripReport(
                id,
                crossing.limit.memory,
                crossing.current,
                crossing.limit.bytes,
                System.currentTimeMillis(),
                thread.getName(),
                thread.getId(),
                ofKind ? frames[first].getClassName() : where.getClassName(),
                where.getName(),
                where.getDescriptor(),
                ofKind ? path(frames[first]) : where.getFile(),
                number,
                stays,
                stack(frames, number),
                Values.describe(variables, values),
                false,
                stays ? Bystander.locks() : new String[0],
                refusal);
        return new StoppedThread(thread, report, variables, values);
    }

    /** The thread that allocates most has no line that could stop it. */
    StoppedThread elsewhere(int id, Crossing crossing, Allocators allocators) {
        ThreadInfo thread = allocators.whereBusiest();
        StackTraceElement[] frames = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        StackTraceElement where = own(frames);
        TripReport report = new TripReport(
                id,
                crossing.limit.memory,
                crossing.current,
                crossing.limit.bytes,
                System.currentTimeMillis(),
                thread == null ? "?" : thread.getThreadName(),
                thread == null ? 0 : thread.getThreadId(),
                where == null ? "?" : where.getClassName(),
                where == null ? "?" : where.getMethodName(),
                "",
                where == null ? "" : path(where),
                where == null ? 0 : Math.max(0, where.getLineNumber()),
                false,
                stack(frames, -1),
                new String[0],
                true,
                new String[0],
                thread == null
                        ? "crossed in code that is not profiled; no thread allocated at that moment"
                        : "crossed in code that is not profiled; this thread allocated most, ≈ " + allocators.figure());
        return new StoppedThread(Thread.currentThread(), report, "", null);
    }

    /** The innermost frame that is not the JDK's. */
    private static @Nullable StackTraceElement own(StackTraceElement[] frames) {
        for (StackTraceElement each : frames) {
            String name = each.getClassName();
            if (!name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.")) {
                return each;
            }
        }
        return frames.length == 0 ? null : frames[0];
    }

    private static String path(StackTraceElement frame) {
        String file = frame.getFileName();
        String name = frame.getClassName();
        return file == null ? "" : name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/') + file;
    }

    /** The program's frames; the first is on the given line, which is just left, unless that is -1. */
    private String[] stack(StackTraceElement[] frames, int line) {
        int first = firstOf(frames);
        String[] texts = new String[frames.length - first];
        for (int i = first; i < frames.length; i++) {
            StackTraceElement frame = frames[i];
            texts[i - first] = frame.getClassName() + "|" + frame.getMethodName() + "|"
                    + (frame.getFileName() == null ? registry.fileNameOf(frame.getClassName()) : frame.getFileName())
                    + "|"
                    + (i == first && line >= 0 ? line : frame.getLineNumber());
        }
        return texts;
    }

    /** The first frame of the program. */
    private static int firstOf(StackTraceElement[] frames) {
        int first = 0;
        while (first < frames.length && isOurs(frames[first].getClassName())) {
            first++;
        }
        return first;
    }

    private static boolean isOurs(String className) {
        return className.equals("java.lang.Thread")
                || className.startsWith("java.heapline.")
                || className.startsWith("org.heapline.agent.");
    }
}
