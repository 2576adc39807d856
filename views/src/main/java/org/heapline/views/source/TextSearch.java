package org.heapline.views.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds a text in the lines shown, large and small letters alike.
 *
 * @param query what is looked for; empty finds nothing
 * @param hits where it stands, from top to bottom
 */
record TextSearch(String query, List<Hit> hits) {
    /**
     * One place.
     *
     * @param line from 1
     * @param column of its first character, from 0
     */
    record Hit(int line, int column) {}

    TextSearch {
        hits = List.copyOf(hits);
    }

    static TextSearch none() {
        return new TextSearch("", List.of());
    }

    static TextSearch of(String query, List<SourceLine> lines) {
        String wanted = query.toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        if (!wanted.isEmpty()) {
            for (SourceLine line : lines) {
                String text = line.text().toLowerCase(Locale.ROOT);
                for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
                    hits.add(new Hit(line.number(), at));
                }
            }
        }
        return new TextSearch(query, hits);
    }

    /** The columns at which it stands in a line. */
    List<Integer> columns(int line) {
        return hits.stream().filter(hit -> hit.line() == line).map(Hit::column).toList();
    }

    /**
     * The index of the hit after or before a line, going round at the ends; negative if there is no hit.
     *
     * @param line from 1; one in this line itself counts as neither
     */
    int from(int line, boolean down) {
        for (int i = 0; i < hits.size(); i++) {
            int at = down ? i : hits.size() - 1 - i;
            if (down ? hits.get(at).line() > line : hits.get(at).line() < line) {
                return at;
            }
        }
        return hits.isEmpty() ? -1 : down ? 0 : hits.size() - 1;
    }

    /** The index of the first hit at a line or below, going round; negative if there is no hit. */
    int atOrAfter(int line) {
        return from(line - 1, true);
    }
}
