package org.heapline.views.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.SourceLines;
import org.jspecify.annotations.Nullable;

/** The figures of one source file, by line, taken from a snapshot. */
final class FileFigures {
    private final Map<Integer, LineStats> lines;
    private final Set<String> profiled;

    private FileFigures(Map<Integer, LineStats> lines, Set<String> profiled) {
        this.lines = lines;
        this.profiled = profiled;
    }

    static FileFigures none() {
        return new FileFigures(Map.of(), Set.of());
    }

    /**
     * @param className a class of the file
     * @param file path of the file below its root; if empty, the classes nested in the same top-level class are taken
     */
    static FileFigures of(Snapshot snapshot, String className, String file) {
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
        return new FileFigures(lines, profiled);
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

    /** The lines that ran, in no order. */
    Set<Integer> ran() {
        return lines.keySet();
    }

    /** Whether the method has line probes. */
    boolean isProfiled(MethodRange method) {
        return profiled.contains(method.pattern());
    }
}
