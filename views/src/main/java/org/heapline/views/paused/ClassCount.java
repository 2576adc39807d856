package org.heapline.views.paused;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the class histogram.
 *
 * @param name of the class, as in source
 * @param instances how many
 * @param bytes of all of them
 */
public record ClassCount(String name, long instances, long bytes) {
    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
    private static final int MOST = 100;

    /** Reads the JVM's own text, most bytes first. */
    static List<ClassCount> parse(String histogram) {
        return histogram
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .limit(MOST)
                .map(row -> new ClassCount(
                        source(row.group(3)), Long.parseLong(row.group(1)), Long.parseLong(row.group(2))))
                .toList();
    }

    /** {@code byte[]} for {@code [B}. */
    private static String source(String name) {
        int depth = name.lastIndexOf('[') + 1;
        if (depth == 0) {
            return name;
        }
        String element = name.substring(depth);
        String type =
                switch (element.charAt(0)) {
                    case 'B' -> "byte";
                    case 'C' -> "char";
                    case 'D' -> "double";
                    case 'F' -> "float";
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'S' -> "short";
                    case 'Z' -> "boolean";
                    default -> element.substring(1).replace(";", "");
                };
        return type + "[]".repeat(depth);
    }
}
