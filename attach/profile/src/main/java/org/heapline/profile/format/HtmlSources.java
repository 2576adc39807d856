package org.heapline.profile.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heapline.profile.LineStats;
import org.heapline.profile.MemorySize;
import org.heapline.profile.MethodBlock;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.SourceLines;
import org.heapline.profile.Trip;
import org.heapline.profile.source.JavaLexer;
import org.heapline.profile.source.Token;
import org.jspecify.annotations.Nullable;

/** The source files with their line tables, hottest file first; stretches without counters are folded. */
final class HtmlSources {
    private static final double[] HEAT_STEPS = {0.000_5, 0.005, 0.05, 0.2, 0.5};
    private static final int OPEN_FILES = 8;
    private static final int CONTEXT = 4;
    private static final int SHORTEST_GAP = 4;

    private record SourceFile(String name, List<LineStats> lines, long self) {}

    private final Snapshot snapshot;
    private final Html html;
    private final SourceIndex sources;
    private final List<SourceFile> files;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final long hottest;

    HtmlSources(Snapshot snapshot, List<MethodBlock> ran, Html html) {
        this.snapshot = snapshot;
        this.html = html;
        this.sources = new SourceIndex(snapshot.sources());
        this.files = files(ran);
        for (SourceFile file : files) {
            numbers.put(file.name, numbers.size());
        }
        this.hottest = ran.stream()
                .flatMap(b -> b.lines().stream())
                .mapToLong(LineStats::selfBytes)
                .max()
                .orElse(0);
    }

    /** The fragment that leads to a line. */
    String anchor(String file, int line) {
        return "f" + numbers.getOrDefault(file, 0) + "-" + line;
    }

    void write() throws IOException {
        html.raw("<section id=\"sources\"><h2>Sources</h2>\n");
        if (files.isEmpty()) {
            html.raw("<p class=\"empty\">No profiled method ran.</p>\n");
        }
        for (SourceFile file : files) {
            file(file);
        }
        html.raw("</section>\n");
    }

    private static List<SourceFile> files(List<MethodBlock> blocks) {
        Map<String, List<MethodStats>> byFile = new LinkedHashMap<>();
        for (MethodBlock block : blocks) {
            List<MethodStats> methods = byFile.computeIfAbsent(block.method().file(), unused -> new ArrayList<>());
            methods.add(block.method());
            methods.addAll(block.folded());
        }
        List<SourceFile> files = new ArrayList<>();
        byFile.forEach((name, methods) -> {
            List<LineStats> lines = SourceLines.merge(methods);
            files.add(new SourceFile(
                    name, lines, lines.stream().mapToLong(LineStats::selfBytes).sum()));
        });
        files.sort(Comparator.comparingLong(SourceFile::self).reversed());
        return files;
    }

    private void file(SourceFile file) throws IOException {
        boolean open = anchorNumber(file) < OPEN_FILES;
        html.raw("<details class=\"file\"" + (open ? " open" : "") + "><summary>");
        html.element("b", file.name.isEmpty() ? "(file not known)" : file.name);
        html.raw("<span>Self ").text(MemorySize.format(file.self)).raw("</span></summary>\n");
        html.raw(
                "<div class=\"scroll\"><div class=\"src\"><div class=\"row hd\"><span>Line</span><span>Mem usage</span>"
                        + "<span>Increment</span><span>Self</span><span>Occurrences</span><i></i><code>Line contents"
                        + " (memory in MiB)</code></div>\n");
        rows(file);
        html.raw("</div></div></details>\n");
    }

    private void rows(SourceFile file) throws IOException {
        TreeMap<Integer, LineStats> counters = new TreeMap<>();
        file.lines.forEach(line -> counters.put(line.line(), line));
        List<String> text = sources.lines(file.name);
        List<List<Token>> tokens = JavaLexer.lex(text);
        int last = Math.max(text.size(), counters.lastKey());
        int line = 1;
        while (line <= last) {
            int next = nextShown(line, counters, last);
            boolean fold = next - line >= SHORTEST_GAP;
            if (fold) {
                html.raw("<details class=\"gap\"><summary>\u22ef " + (next - line) + " lines</summary>\n");
            }
            // Without a source there is nothing to unfold.
            for (; line < next; line++) {
                if (!fold || !text.isEmpty()) {
                    row(file, line, counters.get(line), text, tokens);
                }
            }
            if (fold) {
                html.raw("</details>\n");
            }
            if (line <= last) {
                row(file, line, counters.get(line), text, tokens);
                line++;
            }
        }
    }

    private int anchorNumber(SourceFile file) {
        return numbers.getOrDefault(file.name, 0);
    }

    /** The first line from here on that is near a counter; one more than the last line if there is none. */
    private static int nextShown(int line, TreeMap<Integer, LineStats> counters, int last) {
        Integer before = counters.floorKey(line);
        if (before != null && line - before <= CONTEXT) {
            return line;
        }
        Integer after = counters.ceilingKey(line);
        return after == null ? last + 1 : Math.max(line, after - CONTEXT);
    }

    private void row(
            SourceFile file, int line, @Nullable LineStats counted, List<String> text, List<List<Token>> tokens)
            throws IOException {
        LineStats ran = counted != null && counted.ran() ? counted : null;
        int heat = ran == null ? 0 : heat(ran.selfBytes());
        String classes = "row" + (heat > 0 ? " k" + heat : "") + (isTrip(file.name, line) ? " stop" : "");
        html.raw("<div class=\"" + classes + "\" id=\"" + anchor(file.name, line) + "\"><span>" + line + "</span>");
        if (ran != null) {
            html.mibCell("span", ran.memUsageBytes());
            html.mibCell("span", ran.incrementBytes());
            html.mibCell("span", ran.selfBytes());
            html.element("span", Html.grouped(ran.occurrences()));
        } else {
            html.raw("<span></span><span></span><span></span><span></span>");
        }
        html.raw("<i></i><code>");
        if (line <= text.size()) {
            coloured(text.get(line - 1), tokens.get(line - 1), html);
        }
        html.raw("</code></div>\n");
    }

    /** A line of Java with its colours. */
    static void coloured(String text, List<Token> tokens, Html html) throws IOException {
        for (Token token : tokens) {
            String part = text.substring(token.start(), token.end());
            if (token.kind() == Token.Kind.PLAIN) {
                html.text(part);
            } else {
                html.element("span class=\"" + token.kind().styleClass() + "\"", part);
            }
        }
    }

    private boolean isTrip(String file, int line) {
        Trip trip = snapshot.trip();
        return trip != null && trip.line() == line && trip.file().equals(file);
    }

    private int heat(long self) {
        int level = 0;
        while (self > 0 && level < HEAT_STEPS.length && (double) self / hottest >= HEAT_STEPS[level]) {
            level++;
        }
        return level;
    }
}
