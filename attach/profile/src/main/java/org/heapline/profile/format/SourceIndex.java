package org.heapline.profile.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a snapshot's sources, split once. */
final class SourceIndex {
    private final Map<String, String> sources;
    private final Map<String, List<String>> split = new HashMap<>();

    SourceIndex(Map<String, String> sources) {
        this.sources = sources;
    }

    /** The lines of a file; empty if its source is not known. */
    List<String> lines(String file) {
        return split.computeIfAbsent(
                file, f -> sources.getOrDefault(f, "").lines().toList());
    }

    /** The text of a line, counted from 1, without its end; empty if not known. */
    String text(String file, int line) {
        List<String> lines = lines(file);
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }
}
