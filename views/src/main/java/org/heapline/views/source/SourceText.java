package org.heapline.views.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.heapline.profile.source.JavaLexer;
import org.heapline.profile.source.Token;
import org.jspecify.annotations.Nullable;

/**
 * The text of a class with everything that can be known from the text alone.
 *
 * @param origin where it came from, as the view says it
 * @param place the same in full
 * @param decompiled whether it was made from the class file
 * @param lines the lines
 * @param methods the methods that can be chosen in it
 */
public record SourceText(
        String origin, String place, boolean decompiled, List<SourceLine> lines, List<MethodRange> methods) {
    private static final int TAB = 4;

    public SourceText {
        lines = List.copyOf(lines);
        methods = List.copyOf(methods);
    }

    /** Colours and outlines a text. Takes some milliseconds for a large file: not on the JavaFX thread. */
    public static SourceText of(String origin, String place, boolean decompiled, String text) {
        List<String> lines = text.lines().map(SourceText::widenTabs).toList();
        List<List<Token>> tokens = JavaLexer.lex(lines);
        List<SourceLine> drawn = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            drawn.add(new SourceLine(i + 1, lines.get(i), tokens.get(i)));
        }
        return new SourceText(origin, place, decompiled, drawn, JavaOutline.of(lines, tokens));
    }

    /** The innermost method at each line, by line number; index 0 is empty. */
    @Nullable
    MethodRange[] methodByLine() {
        @Nullable MethodRange[] byLine = new MethodRange[lines.size() + 1];
        methods.stream()
                .sorted(Comparator.comparingInt(MethodRange::first))
                .forEach(method ->
                        Arrays.fill(byLine, method.first(), Math.min(method.last() + 1, byLine.length), method));
        return byLine;
    }

    /** The length of the longest line, in characters. */
    int width() {
        return lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    }

    private static String widenTabs(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder wide = new StringBuilder();
        for (char c : line.toCharArray()) {
            if (c == '\t') {
                wide.append(" ".repeat(TAB - wide.length() % TAB));
            } else {
                wide.append(c);
            }
        }
        return wide.toString();
    }
}
