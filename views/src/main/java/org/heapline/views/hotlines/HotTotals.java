package org.heapline.views.hotlines;

import java.util.HashMap;
import java.util.Map;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.source.LineFigures;

/** Adds the lines of a snapshot up to rows: by source line, by method or by class. */
final class HotTotals {
    /** One row to be: its names and its figures. */
    record Total(String title, String detail, SelectedLine target, LineFigures figures, long hottest) {
        long bytes(Segment segment) {
            return segment == Segment.LINES ? figures.increment() : figures.self();
        }

        private Total and(Total other) {
            boolean mine = hottest >= other.hottest;
            return new Total(
                    title,
                    detail,
                    mine ? target : other.target,
                    figures.and(other.figures),
                    Math.max(hottest, other.hottest));
        }
    }

    private final Map<String, Total> totals = new HashMap<>();
    private long self;
    private boolean ran;

    private HotTotals() {}

    static HotTotals of(Snapshot snapshot, Segment segment) {
        HotTotals sums = new HotTotals();
        for (MethodStats method : snapshot.methods()) {
            for (LineStats line : method.lines()) {
                if (line.ran()) {
                    sums.add(method, line, segment);
                }
            }
        }
        return sums;
    }

    private void add(MethodStats method, LineStats line, Segment segment) {
        ran = true;
        self += Math.max(0, line.selfBytes());
        if (line.incrementBytes() == 0 && line.selfBytes() == 0) {
            return;
        }
        String simple = simpleName(method.className());
        String name = sourceName(method.method(), simple);
        SelectedLine target = new SelectedLine(
                method.className(), sourceName(method.method()), method.file(), method.location(), line.line());
        String fileName = method.file().substring(method.file().lastIndexOf('/') + 1);
        String place = (fileName.isEmpty() ? simple : fileName) + ":" + line.line();
        String file = method.file().isEmpty() ? method.className() : method.file();
        LineFigures figures = LineFigures.of(line);
        switch (segment) {
            case LINES ->
                merge(
                        file + ":" + line.line(),
                        new Total(place, simple + "." + name, target, figures, line.selfBytes()));
            case METHODS ->
                merge(
                        method.className() + "#" + name,
                        new Total(
                                simple + "." + name,
                                packageName(method.className()),
                                target,
                                figures,
                                line.selfBytes()));
            case CLASSES ->
                merge(
                        method.className(),
                        new Total(simple, packageName(method.className()), target, figures, line.selfBytes()));
        }
    }

    private void merge(String key, Total total) {
        totals.merge(key, total, Total::and);
    }

    /** The rows by a key that stays the same from snapshot to snapshot. */
    Map<String, Total> rows() {
        return totals;
    }

    /** All Selfs together, bytes. */
    long self() {
        return self;
    }

    /** Whether any line ran. */
    boolean ran() {
        return ran;
    }

    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static String packageName(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    /** The method in which a lambda's body stands: {@code add} for {@code lambda$add$0}. */
    static String sourceName(String method) {
        int last = method.lastIndexOf('$');
        if (!method.startsWith("lambda$") || last <= 7) {
            return method;
        }
        String around = method.substring(7, last);
        return switch (around) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> around;
        };
    }

    private static String sourceName(String method, String simpleClass) {
        String name = sourceName(method);
        return name.equals("<init>") ? simpleClass.substring(simpleClass.lastIndexOf('.') + 1) : name;
    }
}
