package org.heapline.views.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.jspecify.annotations.Nullable;

/** The figures of one source file, by line, taken from a snapshot. */
final class FileFigures {
    private final Map<Integer, LineFigures> lines;
    private final Set<String> profiled;

    private FileFigures(Map<Integer, LineFigures> lines, Set<String> profiled) {
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
        Map<Integer, LineFigures> lines = new HashMap<>();
        Set<String> profiled = new HashSet<>();
        String top = topLevel(className);
        for (MethodStats method : snapshot.methods()) {
            boolean here = file.isEmpty() ? topLevel(method.className()).equals(top) : file.equals(method.file());
            if (!here) {
                continue;
            }
            profiled.add(method.className() + "#" + method.method());
            for (LineStats line : method.lines()) {
                if (line.ran()) {
                    lines.merge(line.line(), LineFigures.of(line), LineFigures::and);
                }
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
    LineFigures at(int line) {
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
