package org.heapline.profile.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodBlock;

/**
 * The source lines that a block shows: from its first to its last counter, and, where the source is known, from the
 * method's declaration to its closing brace.
 */
record LineRange(int first, int last) {
    /** A declaration with its parameters stands on at most so many lines. */
    private static final int DECLARATION_LINES = 20;

    /** The ends of blocks below the last line of code stand on at most so many lines. */
    private static final int CLOSING_LINES = 20;

    private static final Pattern OTHER_CODE = Pattern.compile(".*[;}]\\s*(?://.*)?");
    private static final Pattern BRACE = Pattern.compile("(\\s*)}\\s*(?://.*)?");
    private static final Pattern NO_CODE = Pattern.compile("[\\s})\\];]*(?://.*)?");

    static LineRange of(MethodBlock block, List<String> source) {
        List<LineStats> lines = block.lines();
        int first = lines.get(0).line();
        int last = lines.get(lines.size() - 1).line();
        int declared = declaration(block, first, source);
        return new LineRange(declared, declared == first ? last : closed(declared, last, source));
    }

    private static int declaration(MethodBlock block, int first, List<String> source) {
        Pattern name = Pattern.compile(".*(?<![\\w.$])" + declaredName(block));
        for (int line = first; line >= 1 && line > first - DECLARATION_LINES && line <= source.size(); line--) {
            String text = source.get(line - 1);
            if (line < first && OTHER_CODE.matcher(text).matches()) {
                return first;
            }
            if (name.matcher(text).lookingAt()) {
                return line;
            }
        }
        return first;
    }

    private static String declaredName(MethodBlock block) {
        String method = block.method().method();
        if ("<clinit>".equals(method)) {
            return "static\\s*\\{";
        }
        String className = block.method().className();
        String simple = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        return Pattern.quote("<init>".equals(method) ? simple : method) + "\\s*\\(";
    }

    /** Below the last counter there may be the ends of blocks and what is no code, and then that of the method. */
    private static int closed(int declared, int last, List<String> source) {
        String declaration = source.get(declared - 1);
        int indent = declaration.length() - declaration.stripLeading().length();
        for (int line = last; line <= source.size() && line <= last + CLOSING_LINES; line++) {
            Matcher brace = BRACE.matcher(source.get(line - 1));
            int depth = brace.matches() ? brace.group(1).length() : Integer.MAX_VALUE;
            if (depth == indent) {
                return line;
            }
            if (depth < indent
                    || line > last && !NO_CODE.matcher(source.get(line - 1)).matches()) {
                return last;
            }
        }
        return last;
    }
}
