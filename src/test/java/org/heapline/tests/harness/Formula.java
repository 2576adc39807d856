package org.heapline.tests.harness;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a line must read, as its comment puts it: sums, differences and products of
 *
 * <ul>
 *   <li>numbers, {@code 12 * 1016};
 *   <li>sizes worked out from the JVM's layout of objects: {@code bytes(1000)}, {@code chars(n)}, {@code ints(n)},
 *       {@code longs(n)}, {@code refs(n)} for arrays, {@code object(ref, int)} by the types of all fields,
 *       {@code string(5)};
 *   <li>{@code count(Name)}: what the JVM's own bean counts for that piece of work in a program without Heapline.
 * </ul>
 */
final class Formula {
    private final String text;
    private final Layout layout;
    private final ToLongFunction<String> counted;
    private int at;

    Formula(String text, Layout layout, ToLongFunction<String> counted) {
        this.text = text.replace(" ", "");
        this.layout = layout;
        this.counted = counted;
    }

    long value() {
        long value = sum();
        if (at != text.length()) {
            throw new IllegalArgumentException("Not a formula from place " + at + " on: " + text);
        }
        return value;
    }

    private long sum() {
        long value = take('-') ? -product() : product();
        while (true) {
            if (take('+')) {
                value += product();
            } else if (take('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private long product() {
        long value = factor();
        while (take('*')) {
            value *= factor();
        }
        return value;
    }

    private long factor() {
        if (take('(')) {
            long value = sum();
            expect(')');
            return value;
        }
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        return take('(') ? call(word) : Long.parseLong(word);
    }

    private long call(String name) {
        switch (name) {
            case "count":
                return counted.applyAsLong(rest());
            case "object":
                String fields = rest();
                return layout.object(fields.isEmpty() ? List.of() : List.of(fields.split(",")));
            default:
                long length = sum();
                expect(')');
                return switch (name) {
                    case "string" -> layout.string(length);
                    case "refs" -> layout.array("ref", length);
                    default -> layout.array(name.substring(0, name.length() - 1), length);
                };
        }
    }

    /** What is inside these parentheses, which have none inside them. */
    private String rest() {
        int end = text.indexOf(')', at);
        String inside = text.substring(at, end);
        at = end + 1;
        return inside;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw new IllegalArgumentException("No " + c + " at place " + at + ": " + text);
        }
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }
}
