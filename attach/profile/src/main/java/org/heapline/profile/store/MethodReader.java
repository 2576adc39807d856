package org.heapline.profile.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;

/** Reads the methods of a JSON report and, on the side, the texts of their lines. */
final class MethodReader {
    private static final List<String> NAMES = List.of("class", "method", "descriptor", "file", "location");
    private static final List<String> COUNTS =
            List.of("line", "occurrences", "incrementBytes", "selfBytes", "memUsageBytes");
    private static final int CLASS = 0;
    private static final int METHOD = 1;
    private static final int FILE = 3;
    private static final int HIGHEST_LINE = 65_535;

    private final JsonCursor json;
    private final List<LineText> texts = new ArrayList<>();

    /** What stands in a line. Kept as it comes: whole sources, which follow later, make it needless. */
    private record LineText(String file, int line, String text) {}

    MethodReader(JsonCursor json) {
        this.json = json;
    }

    MethodStats read() throws IOException {
        String[] names = {"", "", "", "", ""};
        List<LineStats> lines = new ArrayList<>();
        boolean[] withLines = {false};
        int before = texts.size();
        json.object(key -> {
            if ("lines".equals(key)) {
                withLines[0] = true;
                json.array(() -> lines.add(line(names[FILE])));
                return true;
            }
            int at = NAMES.indexOf(key);
            if (at >= 0) {
                names[at] = json.text();
            }
            return at >= 0;
        });
        if (names[CLASS].isEmpty() || names[METHOD].isEmpty() || !withLines[0]) {
            throw json.missing(names[CLASS].isEmpty() ? "class" : names[METHOD].isEmpty() ? "method" : "lines");
        }
        // Keys may come in any order: the file is only known now.
        texts.subList(before, texts.size())
                .replaceAll(text -> text.file().isEmpty() ? new LineText(names[FILE], text.line(), text.text()) : text);
        return new MethodStats(names[0], names[1], names[2], names[3], names[4], lines);
    }

    /** What is known of the sources: the lines that have a counter, each at its place, the others empty. */
    Map<String, String> sources() {
        Map<String, TreeMap<Integer, String>> files = new HashMap<>();
        for (LineText text : texts) {
            files.computeIfAbsent(text.file(), unused -> new TreeMap<>()).put(text.line(), text.text());
        }
        Map<String, String> sources = new HashMap<>();
        files.forEach((file, lines) -> {
            StringBuilder text = new StringBuilder();
            for (int line = 1; line <= lines.lastKey(); line++) {
                text.append(lines.getOrDefault(line, "")).append('\n');
            }
            sources.put(file, text.toString());
        });
        return sources;
    }

    private LineStats line(String file) throws IOException {
        long[] counts = {JsonCursor.ABSENT, JsonCursor.ABSENT, JsonCursor.ABSENT, JsonCursor.ABSENT, JsonCursor.ABSENT};
        String[] text = {""};
        json.object(key -> {
            if ("text".equals(key)) {
                text[0] = json.text();
                return true;
            }
            int at = COUNTS.indexOf(key);
            if (at >= 0) {
                counts[at] = json.number();
            }
            return at >= 0;
        });
        for (int i = 0; i < counts.length; i++) {
            json.present(counts[i], COUNTS.get(i));
        }
        if (counts[0] < 0 || counts[0] > HIGHEST_LINE) {
            throw json.wrong("a class file has no line " + counts[0]);
        }
        int line = (int) counts[0];
        if (line > 0 && !text[0].isEmpty()) {
            texts.add(new LineText(file, line, text[0]));
        }
        return new LineStats(line, counts[1], counts[2], counts[3], counts[4]);
    }
}
