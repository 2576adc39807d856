package org.heapline.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line in two snapshots.
 *
 * @param before its counters in the first, or null if it did not run there
 * @param after its counters in the second, or null if it did not run there; not both are null
 * @param text the source line, of the second snapshot if it is there; empty if unknown
 */
public record LineChange(
        @Nullable LineStats before, @Nullable LineStats after, String text) {
    /** What became of a line's Self: not of its Increment, which moves with what its callees take. */
    public enum State {
        /** It runs only in the second. */
        NEW,
        /** It ran only in the first. */
        GONE,
        /** It takes more. */
        GROWN,
        /** It takes less. */
        SHRUNK,
        /** It takes the same. */
        SAME;

        /** The name in files and on screens. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. */
    public State state() {
        if (before == null || after == null) {
            return before == null ? State.NEW : State.GONE;
        }
        int grown = Long.compare(after.selfBytes(), before.selfBytes());
        return grown == 0 ? State.SAME : grown > 0 ? State.GROWN : State.SHRUNK;
    }

    /** Its number in the second snapshot, else in the first. */
    public int line() {
        return after != null ? after.line() : before != null ? before.line() : 0;
    }

    /** Self in the first, 0 if it did not run. */
    public long selfBefore() {
        return before == null ? 0 : before.selfBytes();
    }

    /** Self in the second, 0 if it did not run. */
    public long selfAfter() {
        return after == null ? 0 : after.selfBytes();
    }

    /** Occurrences in the first. */
    public long occurrencesBefore() {
        return before == null ? 0 : before.occurrences();
    }

    /** Occurrences in the second. */
    public long occurrencesAfter() {
        return after == null ? 0 : after.occurrences();
    }

    /** By how many bytes its Self grew. */
    public long delta() {
        return selfAfter() - selfBefore();
    }
}
