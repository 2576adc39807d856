package org.heapline.tests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of a target must read, as a comment on that line says: {@code // assertIncrement(12 * 1016)}.
 *
 * @param line the line's number
 * @param column {@code Increment}, {@code Self} or {@code Occurrences}
 * @param formula sums and products of numbers; {@code count Name} is what that piece of work allocates in a program
 *     without Heapline
 */
public record Expectation(int line, String column, String formula) {
    private static final Pattern ASSERTION = Pattern.compile("assert(Increment|Self|Occurrences)\\(");

    /** The expectations in a source file. */
    public static List<Expectation> in(List<String> source) {
        List<Expectation> found = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            String text = source.get(i);
            Matcher matcher = ASSERTION.matcher(text);
            while (matcher.find()) {
                found.add(new Expectation(i + 1, matcher.group(1), inParentheses(text, matcher.end())));
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

    /** The number that is expected. */
    public long value(ToLongFunction<String> counted) {
        if (formula.startsWith("count ")) {
            return counted.applyAsLong(formula.substring("count ".length()));
        }
        return new Formula(formula).value();
    }

    /** The number that the report has. */
    public long actual(Report.Line row) {
        return switch (column) {
            case "Increment" -> row.increment();
            case "Self" -> row.self();
            default -> row.occurrences();
        };
    }

    /** Sums and products. */
    private static final class Formula {
        private final String text;
        private int at;

        Formula(String text) {
            this.text = text.replace(" ", "");
        }

        long value() {
            long value = sum();
            if (at != text.length()) {
                throw new IllegalArgumentException("Not a formula: " + text);
            }
            return value;
        }

        private long sum() {
            long value = product();
            while (take('+')) {
                value += product();
            }
            return value;
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
                if (!take(')')) {
                    throw new IllegalArgumentException("No closing parenthesis: " + text);
                }
                return value;
            }
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Long.parseLong(text.substring(start, at));
        }

        private boolean take(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }
    }
}
