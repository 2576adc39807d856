package org.heapline.views.hotlines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.SourceLines;
import org.heapline.profile.ThreadStats;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.text.Messages;

/** Adds the lines of a snapshot up to rows: by source line, by method, class or package; or shows them by thread. */
final class HotTotals {
    /**
     * One row to be.
     *
     * @param target the hottest line of the row; {@link #NO_LINE} of a thread
     * @param increment the Increment of a source line; the sum of the Selfs of a method or class, whose Increments overlap
     * @param self the sum of the Selfs
     * @param occurrences how often control entered the line; of a method, class or package, its hottest line; 0 of a thread
     * @param hottest the Self of {@code target}
     */
    record Total(
            String title,
            String detail,
            SelectedLine target,
            long increment,
            long self,
            long occurrences,
            long hottest) {
        private Total and(Total other) {
            boolean mine = hottest >= other.hottest;
            return new Total(
                    title,
                    mine ? detail : other.detail,
                    mine ? target : other.target,
                    increment + other.increment,
                    self + other.self,
                    mine ? occurrences : other.occurrences,
                    Math.max(hottest, other.hottest));
        }
    }

    /** What a row opens that stands for no line. */
    static final SelectedLine NO_LINE = new SelectedLine("", "", "", "", 0);

    private final Map<String, Total> totals = new HashMap<>();
    private long self;
    private boolean ran;

    private HotTotals() {}

    static HotTotals of(Snapshot snapshot, Segment segment) {
        HotTotals sums = new HotTotals();
        if (segment == Segment.LINES) {
            sums.addLines(snapshot.methods());
        } else if (segment == Segment.THREADS) {
            snapshot.threads().forEach(sums::addThread);
        } else {
            for (MethodStats method : snapshot.methods()) {
                for (LineStats line : method.lines()) {
                    sums.addSelf(method, line, segment);
                }
            }
        }
        return sums;
    }

    private void addLines(List<MethodStats> methods) {
        Map<String, List<MethodStats>> files = new LinkedHashMap<>();
        for (MethodStats method : methods) {
            String file = method.file().isEmpty() ? method.className() : method.file();
            files.computeIfAbsent(file, unused -> new ArrayList<>()).add(method);
        }
        files.forEach((file, here) -> {
            Map<Integer, MethodStats> owners = owners(here);
            for (LineStats line : SourceLines.merge(here)) {
                MethodStats owner = owners.get(line.line());
                if (count(line) && owner != null) {
                    String key = file + ":" + line.line();
                    totals.put(key, total(owner, line, place(owner, line.line()), name(owner), line.incrementBytes()));
                }
            }
        });
    }

    /** For each line the method that takes the most there: a lambda's body rather than the line around it. */
    private static Map<Integer, MethodStats> owners(List<MethodStats> methods) {
        Map<Integer, MethodStats> owners = new HashMap<>();
        Map<Integer, Long> most = new HashMap<>();
        for (MethodStats method : methods) {
            for (LineStats line : method.lines()) {
                Long before = most.get(line.line());
                if (line.ran() && (before == null || before < line.selfBytes())) {
                    most.put(line.line(), line.selfBytes());
                    owners.put(line.line(), method);
                }
            }
        }
        return owners;
    }

    private void addSelf(MethodStats method, LineStats line, Segment segment) {
        if (!count(line)) {
            return;
        }
        String packageName = packageName(method.className());
        Total total =
                switch (segment) {
                    case METHODS -> total(method, line, name(method), packageName, line.selfBytes());
                    case PACKAGES ->
                        total(
                                method,
                                line,
                                packageName.isEmpty() ? Messages.text("picker.noPackage") : packageName,
                                simpleName(method.className()),
                                line.selfBytes());
                    default -> total(method, line, simpleName(method.className()), packageName, line.selfBytes());
                };
        String key =
                switch (segment) {
                    case METHODS -> method.className() + "#" + sourceName(method.method());
                    case PACKAGES -> packageName;
                    default -> method.className();
                };
        totals.merge(key, total, Total::and);
    }

    private void addThread(ThreadStats thread) {
        ran = true;
        self += Math.max(0, thread.selfBytes());
        totals.put(
                thread.id() + (thread.virtual() ? " virtual " : " ") + thread.name(),
                new Total(
                        threadName(thread),
                        threadKind(thread),
                        NO_LINE,
                        thread.selfBytes(),
                        thread.selfBytes(),
                        0,
                        thread.selfBytes()));
    }

    private static String threadName(ThreadStats thread) {
        if (!thread.name().isEmpty()) {
            return thread.name();
        }
        return Messages.text(thread.virtual() ? "hot.thread.virtual" : "hot.thread.nameless");
    }

    private static String threadKind(ThreadStats thread) {
        if (thread.id() != 0) {
            return Messages.text("hot.thread.id", thread.id());
        }
        return Messages.text(thread.virtual() ? "hot.thread.virtuals" : "hot.thread.ended", thread.threads());
    }

    private boolean count(LineStats line) {
        ran |= line.ran();
        self += Math.max(0, line.selfBytes());
        return line.ran() && (line.incrementBytes() != 0 || line.selfBytes() != 0);
    }

    private static Total total(MethodStats method, LineStats line, String title, String detail, long increment) {
        SelectedLine target = new SelectedLine(
                method.className(), sourceName(method.method()), method.file(), method.location(), line.line());
        return new Total(title, detail, target, increment, line.selfBytes(), line.occurrences(), line.selfBytes());
    }

    private static String place(MethodStats method, int line) {
        String file = method.file().isEmpty()
                ? simpleName(method.className())
                : method.file().substring(method.file().lastIndexOf('/') + 1);
        return file + ":" + line;
    }

    private static String name(MethodStats method) {
        String simple = simpleName(method.className());
        String name = sourceName(method.method());
        return simple + "." + (name.equals("<init>") ? simple.substring(simple.lastIndexOf('.') + 1) : name);
    }

    /** The rows by a key that stays the same from snapshot to snapshot. */
    Map<String, Total> rows() {
        return totals;
    }

    /** All Selfs together, bytes. */
    long self() {
        return self;
    }

    /** The largest Self of a row, bytes. */
    long largest() {
        return totals.values().stream().mapToLong(Total::self).max().orElse(0);
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
}
