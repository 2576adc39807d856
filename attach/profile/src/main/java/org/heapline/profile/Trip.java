package org.heapline.profile;

import java.util.List;
import java.util.Locale;

/**
 * The moment at which MAXMEM was exceeded.
 *
 * @param memory {@code heap}, {@code live} or {@code rss}
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
        List<Local> locals) {
    public Trip {
        stack = List.copyOf(stack);
        locals = List.copyOf(locals);
    }

    /** One frame of a stopped thread; line -1 if unknown. */
    public record Frame(String className, String method, String fileName, int line) {}

    /** One local variable: its name, its type as in source, its value as text. */
    public record Local(String name, String type, String value) {}

    /** memory_profiler's sentence: current memory, limit. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Current memory %.2f MiB exceeded the maximum of %.2f MiB",
                currentBytes / 1048576.0,
                limitBytes / 1048576.0);
    }
}
