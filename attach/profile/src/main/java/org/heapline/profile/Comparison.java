package org.heapline.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Two snapshots, line by line. Methods are the same if class, name and descriptor are; their lines are matched by their
 * texts where both snapshots have the source, so that code may move, else by their numbers.
 *
 * @param before the first snapshot
 * @param after the second
 * @param methods every method of which a line ran, the largest change of Self first
 */
public record Comparison(Snapshot before, Snapshot after, List<MethodChange> methods) {
    public Comparison {
        methods = List.copyOf(methods);
    }

    /**
     * Compares.
     *
     * @throws IllegalArgumentException if the backends differ, for then the bytes mean different things
     * @throws CancellationException if the thread is interrupted; it stays interrupted
     */
    public static Comparison of(Snapshot before, Snapshot after) {
        if (before.backend() != after.backend()) {
            throw new IllegalArgumentException("The snapshots have different backends ("
                    + before.backend().key() + " and " + after.backend().key() + "): compare two of the same");
        }
        Map<String, MethodStats> first = byKey(before.methods());
        Map<String, MethodStats> second = byKey(after.methods());
        Map<String, MethodStats> all = new LinkedHashMap<>(second);
        first.forEach(all::putIfAbsent);
        LineMatch match = new LineMatch(before.sources(), after.sources());
        List<MethodChange> changes = new ArrayList<>();
        all.forEach((key, method) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("comparing was cancelled");
            }
            List<LineChange> lines = match.lines(first.get(key), second.get(key));
            if (!lines.isEmpty()) {
                changes.add(new MethodChange(method, lines));
            }
        });
        changes.sort(Comparator.comparingLong((MethodChange c) -> Math.abs(c.delta()))
                .reversed());
        return new Comparison(before, after, changes);
    }

    /** Self of all lines in the first snapshot. */
    public long selfBefore() {
        return methods.stream()
                .flatMap(m -> m.lines().stream())
                .mapToLong(LineChange::selfBefore)
                .sum();
    }

    /** Self of all lines in the second snapshot. */
    public long selfAfter() {
        return methods.stream()
                .flatMap(m -> m.lines().stream())
                .mapToLong(LineChange::selfAfter)
                .sum();
    }

    /** The same class may be there from several loaders: their counters belong together here. */
    private static Map<String, MethodStats> byKey(List<MethodStats> methods) {
        Map<String, MethodStats> byKey = new LinkedHashMap<>();
        for (MethodStats method : methods) {
            byKey.merge(method.className() + '.' + method.method() + method.descriptor(), method, Comparison::together);
        }
        return byKey;
    }

    private static MethodStats together(MethodStats one, MethodStats other) {
        return new MethodStats(
                one.className(),
                one.method(),
                one.descriptor(),
                one.file(),
                one.location(),
                SourceLines.merge(List.of(one, other)));
    }
}
