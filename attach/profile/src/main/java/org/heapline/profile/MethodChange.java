package org.heapline.profile;

import java.util.List;

/**
 * One method in two snapshots.
 *
 * @param method as in the second snapshot if it is there, else as in the first
 * @param lines the lines that ran in one of the two, by their place in the source
 */
public record MethodChange(MethodStats method, List<LineChange> lines) {
    public MethodChange {
        lines = List.copyOf(lines);
    }

    /** By how many bytes its Self grew. */
    public long delta() {
        return lines.stream().mapToLong(LineChange::delta).sum();
    }

    /** Whether any line is not the same. */
    public boolean changed() {
        return lines.stream().anyMatch(line -> line.state() != LineChange.State.SAME);
    }
}
