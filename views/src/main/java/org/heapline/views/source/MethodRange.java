package org.heapline.views.source;

/**
 * Where a method stands in its source file.
 *
 * @param className as in {@link Class#getName()}
 * @param method its name; {@code <init>} for a constructor, {@code <clinit>} for a static initializer
 * @param first the line of its name, from 1
 * @param last the line of its closing brace
 */
public record MethodRange(String className, String method, int first, int last) {
    /** The method pattern that names it, all its overloads included. */
    String pattern() {
        return className + "#" + method;
    }

    boolean contains(int line) {
        return line >= first && line <= last;
    }
}
