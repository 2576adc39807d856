package org.heapline.views.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.SourceLines;
import org.heapline.views.session.Measure;
import org.jspecify.annotations.Nullable;

/** The figures of one source file, by line, taken from a snapshot, and how hot its lines are. */
final class FileFigures {
    private final Map<Integer, LineStats> lines;
    private final Set<String> profiled;
    private final Measure measure;
    private final long hottest;

    private FileFigures(Map<Integer, LineStats> lines, Set<String> profiled, Measure measure, long hottest) {
        this.lines = lines;
        this.profiled = profiled;
        this.measure = measure;
        this.hottest = hottest;
    }

    static FileFigures none() {
        return new FileFigures(Map.of(), Set.of(), Measure.SELF, 0);
    }

    /**
     * @param className a class of the file
     * @param file path of the file below its root; if empty, the classes nested in the same top-level class are taken
     * @param measure the bytes that make a line hot
     */
    static FileFigures of(Snapshot snapshot, String className, String file, Measure measure) {
        String top = topLevel(className);
        List<MethodStats> here = new ArrayList<>();
        Set<String> profiled = new HashSet<>();
        for (MethodStats method : snapshot.methods()) {
            if (file.isEmpty() ? topLevel(method.className()).equals(top) : file.equals(method.file())) {
                here.add(method);
                profiled.add(method.className() + "#" + method.method());
            }
        }
        Map<Integer, LineStats> lines = new HashMap<>();
        for (LineStats line : SourceLines.merge(here)) {
            if (line.ran()) {
                lines.put(line.line(), line);
            }
        }
        return new FileFigures(lines, profiled, measure, hottest(snapshot, measure));
    }

    private static long hottest(Snapshot snapshot, Measure measure) {
        long most = 0;
        for (MethodStats method : snapshot.methods()) {
            for (LineStats line : method.lines()) {
                most = Math.max(most, measure.of(line));
            }
        }
        return most;
    }

    /** The name of the class around all others: {@code com.acme.Cart} for {@code com.acme.Cart$Item}. */
    static String topLevel(String className) {
        int dollar = className.indexOf('$', className.lastIndexOf('.') + 2);
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    /** The figures of a line that ran, else null. */
    @Nullable
    LineStats at(int line) {
        return lines.get(line);
    }

    /** The heat of a line beside the hottest of all files, 0 to {@link Heat#MAX}. */
    int heat(int line) {
        LineStats at = lines.get(line);
        return at == null ? 0 : Heat.of(measure.of(at), hottest);
    }

    /** The next hot line below or above that one, going round; 0 if no line is hot. */
    int nextHot(int from, boolean down) {
        List<Integer> hot = lines.keySet().stream()
                .filter(line -> heat(line) > 0)
                .sorted(down ? Comparator.naturalOrder() : Comparator.reverseOrder())
                .toList();
        return hot.stream()
                .filter(line -> down ? line > from : line < from)
                .findFirst()
                .orElse(hot.isEmpty() ? 0 : hot.get(0));
    }

    /** The lines that ran, in no order. */
    Set<Integer> ran() {
        return lines.keySet();
    }

    /** Whether the method has line probes. */
    boolean isProfiled(MethodRange method) {
        return profiled.contains(method.pattern());
    }
}
