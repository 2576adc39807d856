package org.heapline.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds which line of one snapshot is which line of another. */
final class LineMatch {
    private record Place(LineStats stats, String text) {
        @Nullable
        LineStats ran() {
            return stats.ran() ? stats : null;
        }
    }

    private final Map<String, String> sourcesBefore;
    private final Map<String, String> sourcesAfter;
    private final Map<String, List<String>> split = new HashMap<>();

    LineMatch(Map<String, String> sourcesBefore, Map<String, String> sourcesAfter) {
        this.sourcesBefore = sourcesBefore;
        this.sourcesAfter = sourcesAfter;
    }

    /** The lines of a method that is in one snapshot or in both; those that ran in neither are left out. */
    List<LineChange> lines(@Nullable MethodStats before, @Nullable MethodStats after) {
        List<Place> old = before == null ? List.of() : places(before, sourcesBefore, "before ");
        List<Place> now = after == null ? List.of() : places(after, sourcesAfter, "after ");
        List<LineChange> changes = new ArrayList<>();
        int[] partners = partners(old, now);
        int nextOld = 0;
        for (int i = 0; i < now.size(); i++) {
            if (partners[i] >= 0) {
                for (; nextOld < partners[i]; nextOld++) {
                    add(changes, old.get(nextOld), null);
                }
                add(changes, old.get(partners[i]), now.get(i));
                nextOld = partners[i] + 1;
            } else {
                add(changes, null, now.get(i));
            }
        }
        for (; nextOld < old.size(); nextOld++) {
            add(changes, old.get(nextOld), null);
        }
        return changes;
    }

    private static void add(List<LineChange> changes, @Nullable Place old, @Nullable Place now) {
        LineStats before = old == null ? null : old.ran();
        LineStats after = now == null ? null : now.ran();
        if (before != null || after != null) {
            String text = now != null ? now.text : old != null ? old.text : "";
            changes.add(new LineChange(before, after, text));
        }
    }

    private List<Place> places(MethodStats method, Map<String, String> sources, String side) {
        List<String> text = split.computeIfAbsent(
                side + method.file(),
                unused -> sources.getOrDefault(method.file(), "").lines().toList());
        return method.lines().stream()
                .map(s -> new Place(s, s.line() >= 1 && s.line() <= text.size() ? text.get(s.line() - 1) : ""))
                .toList();
    }

    /** For each new line the index of its old line, ascending, or -1. */
    private static int[] partners(List<Place> old, List<Place> now) {
        boolean texts = hasTexts(old) && hasTexts(now);
        int[] partners = texts ? commonTexts(old, now) : sameNumbers(old, now);
        if (texts) {
            pairEdited(partners, old.size());
        }
        return partners;
    }

    private static boolean hasTexts(List<Place> places) {
        return places.stream().anyMatch(p -> !p.text.isBlank());
    }

    /** Without texts: numbers, counted from the method's beginning if the method moved as a whole. */
    private static int[] sameNumbers(List<Place> old, List<Place> now) {
        int shift = movedAsAWhole(old, now)
                ? now.get(0).stats.line() - old.get(0).stats.line()
                : 0;
        Map<Integer, Integer> byLine = new HashMap<>();
        for (int i = 0; i < old.size(); i++) {
            byLine.put(old.get(i).stats.line() + shift, i);
        }
        return now.stream()
                .mapToInt(p -> byLine.getOrDefault(p.stats.line(), -1))
                .toArray();
    }

    private static boolean movedAsAWhole(List<Place> old, List<Place> now) {
        if (old.isEmpty() || old.size() != now.size()) {
            return false;
        }
        int shift = now.get(0).stats.line() - old.get(0).stats.line();
        for (int i = 0; i < old.size(); i++) {
            if (now.get(i).stats.line() - old.get(i).stats.line() != shift) {
                return false;
            }
        }
        return true;
    }

    /** The longest common subsequence of the texts, spaces around them aside. */
    private static int[] commonTexts(List<Place> old, List<Place> now) {
        int[][] length = new int[now.size() + 1][old.size() + 1];
        for (int i = now.size() - 1; i >= 0; i--) {
            for (int j = old.size() - 1; j >= 0; j--) {
                length[i][j] = same(now.get(i), old.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int[] partners = new int[now.size()];
        int j = 0;
        for (int i = 0; i < now.size(); i++) {
            partners[i] = -1;
            while (j < old.size() && !same(now.get(i), old.get(j)) && length[i][j + 1] == length[i][j]) {
                j++;
            }
            if (j < old.size() && same(now.get(i), old.get(j)) && length[i][j] == length[i + 1][j + 1] + 1) {
                partners[i] = j++;
            }
        }
        return partners;
    }

    private static boolean same(Place one, Place other) {
        return one.text.strip().equals(other.text.strip());
    }

    /** As many unmatched lines on both sides of a stretch are the same lines with another text. */
    private static void pairEdited(int[] partners, int oldCount) {
        int start = 0;
        int previous = -1;
        for (int i = 0; i <= partners.length; i++) {
            if (i < partners.length && partners[i] < 0) {
                continue;
            }
            int next = i < partners.length ? partners[i] : oldCount;
            if (i - start == next - previous - 1) {
                for (int k = start; k < i; k++) {
                    partners[k] = previous + 1 + (k - start);
                }
            }
            previous = next;
            start = i + 1;
        }
    }
}
