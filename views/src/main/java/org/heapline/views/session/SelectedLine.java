package org.heapline.views.session;

import org.heapline.profile.MethodStats;

/**
 * The line that the views of a session look at together.
 *
 * @param className as in {@link Class#getName()}
 * @param method name of the method; empty for the class as a whole
 * @param file path of the source file below its root; empty if unknown
 * @param location where the class came from, a URL; empty if unknown
 * @param line from 1; 0 for none
 */
public record SelectedLine(String className, String method, String file, String location, int line) {
    /** A line of a profiled method. */
    public static SelectedLine of(MethodStats method, int line) {
        return new SelectedLine(method.className(), method.method(), method.file(), method.location(), line);
    }
}
