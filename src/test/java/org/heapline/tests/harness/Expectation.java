package org.heapline.tests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of a target must read, as a comment on that line says: {@code // assertIncrement(12 * bytes(1000))}. Where
 * several methods have code on the line, {@code // assertOccurrences(lambda: 3)} means those whose names begin so.
 *
 * @param line the line's number
 * @param column {@code Increment}, {@code Self} or {@code Occurrences}; {@code AtMost} for an Increment that the JVM has a
 *     say in
 * @param method how the method's name begins; empty for whichever is there
 * @param formula see {@link Formula}
 */
public record Expectation(int line, String column, String method, String formula) {
    private static final Pattern ASSERTION = Pattern.compile("assert(Increment|Self|Occurrences|AtMost)\\(");
    private static final Pattern METHOD = Pattern.compile("^([\\w<>$]+): *(.*)$");
    private static final Pattern COUNTED = Pattern.compile("count\\(([\\w.]+)\\)");

    /** The expectations in a source file. */
    public static List<Expectation> in(List<String> source) {
        List<Expectation> found = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            String text = source.get(i);
            Matcher matcher = ASSERTION.matcher(text);
            while (matcher.find()) {
                String inside = inParentheses(text, matcher.end());
                Matcher method = METHOD.matcher(inside);
                boolean named = method.matches();
                found.add(new Expectation(
                        i + 1, matcher.group(1), named ? method.group(1) : "", named ? method.group(2) : inside));
            }
        }
        return found;
    }

    private static String inParentheses(String text, int start) {
        int open = 1;
        int end = start;
        while (open > 0) {
            char c = text.charAt(end++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return text.substring(start, end - 1);
    }

    /** The pieces of work that have to be counted in a program without Heapline. */
    public static Set<String> counted(List<Expectation> expectations) {
        Set<String> names = new TreeSet<>();
        for (Expectation each : expectations) {
            Matcher matcher = COUNTED.matcher(each.formula);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /** Whether the number may be less than that. */
    public boolean isBound() {
        return column.equals("AtMost");
    }

    /** The number that is expected. */
    public long value(Layout layout, ToLongFunction<String> counted) {
        return new Formula(formula, layout, counted).value();
    }

    /** The number that the report has. Only Self may be added up over methods. */
    public long actual(Report report, String file) {
        if (column.equals("Self")) {
            return report.rows(file, line, method).stream()
                    .mapToLong(Report.Line::self)
                    .sum();
        }
        Report.Line row = report.line(file, line, method);
        return column.equals("Occurrences") ? row.occurrences() : row.increment();
    }
}
