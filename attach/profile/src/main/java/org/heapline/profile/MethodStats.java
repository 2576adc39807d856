package org.heapline.profile;

import java.util.List;

/**
 * One profiled method with its lines.
 *
 * @param className as in {@link Class#getName()}: {@code com.acme.Cart$Item}
 * @param method {@code add}, {@code <init>}, {@code lambda$add$0}
 * @param descriptor the JVM descriptor
 * @param file path of the source file below its root: {@code com/acme/Cart.java}; empty if unknown
 * @param location URL of the jar or folder the class came from; empty if unknown
 * @param lines every line that has a probe, ascending, those that did not run included
 */
public record MethodStats(
        String className, String method, String descriptor, String file, String location, List<LineStats> lines) {
    public MethodStats {
        lines = List.copyOf(lines);
    }

    /** Bytes of this method alone: the sum of its lines' Self. */
    public long selfBytes() {
        return lines.stream().mapToLong(LineStats::selfBytes).sum();
    }
}
