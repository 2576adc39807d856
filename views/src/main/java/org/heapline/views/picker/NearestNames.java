package org.heapline.views.picker;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.heapline.views.text.Messages;

/** What may have been meant by a pattern that matches nothing. */
final class NearestNames {
    private NearestNames() {}

    /** @param names candidates, in several lists of which the first is the better one */
    static String hint(String pattern, List<String> names, List<String> others, int count) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(others);
        String simple = simple(pattern);
        String nearest = all.stream()
                .filter(name -> distance(simple, simple(name)) <= Math.max(2, simple.length() / 3))
                .sorted(Comparator.comparingInt(name -> distance(simple, simple(name))))
                .limit(count)
                .collect(Collectors.joining(", "));
        return nearest.isEmpty()
                ? Messages.text("picker.hint.none", pattern)
                : Messages.text("picker.hint.nearest", pattern, nearest);
    }

    private static String simple(String name) {
        String owner = name.contains("#") ? name.substring(0, name.indexOf('#')) : name;
        return owner.substring(owner.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** How many letters must be put in, left out or changed to come from one word to the other. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
