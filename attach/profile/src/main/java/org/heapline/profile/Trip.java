package org.heapline.profile;

import java.util.List;
import java.util.Locale;

/**
 * The moment at which MAXMEM was exceeded.
 *
 * @param memory {@code heap}, {@code live}, {@code rss}, {@code container}, {@code line}, {@code call} or {@code rate}
 * @param currentBytes the memory at that moment
 * @param limitBytes the limit
 * @param t milliseconds since the session began
 * @param thread name of the thread that was stopped
 * @param className class of the line
 * @param method method of the line
 * @param file path of the source file below its root
 * @param line the line that took the memory over the limit
 * @param stack innermost frame first
 * @param locals the locals of the innermost profiled frame
 * @param approximate whether the limit was crossed in code that is not profiled: then this is the thread that allocated
 *     most at that moment, and the place where it was seen
 * @param locks what the thread holds, each as text
 * @param note what else is to be known, such as why the thread was not stopped; empty for nothing
 */
public record Trip(
        String memory,
        long currentBytes,
        long limitBytes,
        long t,
        String thread,
        String className,
        String method,
        String file,
        int line,
        List<Frame> stack,
        List<Local> locals,
        boolean approximate,
        List<String> locks,
        String note) {
    public Trip {
        stack = List.copyOf(stack);
        locals = List.copyOf(locals);
        locks = List.copyOf(locks);
    }

    /** A trip on an exact line, of a thread without locks. */
    public Trip(
            String memory,
            long currentBytes,
            long limitBytes,
            long t,
            String thread,
            String className,
            String method,
            String file,
            int line,
            List<Frame> stack,
            List<Local> locals) {
        this(
                memory,
                currentBytes,
                limitBytes,
                t,
                thread,
                className,
                method,
                file,
                line,
                stack,
                locals,
                false,
                List.of(),
                "");
    }

    /** One frame of a stopped thread; line -1 if unknown. */
    public record Frame(String className, String method, String fileName, int line) {}

    /** One local variable: its name, its type as in source, its value as text. */
    public record Local(String name, String type, String value) {}

    /** memory_profiler's sentence: current memory, limit. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                memory.equals("rate")
                        ? "Current growth %.2f MiB/min exceeded the maximum of %.2f MiB/min"
                        : "Current memory %.2f MiB exceeded the maximum of %.2f MiB",
                currentBytes / 1048576.0,
                limitBytes / 1048576.0);
    }
}
