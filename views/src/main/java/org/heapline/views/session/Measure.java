package org.heapline.views.session;

import org.heapline.profile.LineStats;

/** Which bytes of a line are counted: in the table of hot lines, and by the heat beside the source. */
public enum Measure {
    /** Without what profiled callees account for themselves: adds up to the whole, and to the shares. */
    SELF,
    /** The line table's Increment, with all that the line called: overlaps with that of other lines. */
    INCREMENT;

    /** These bytes of a line. */
    public long of(LineStats line) {
        return this == SELF ? line.selfBytes() : line.incrementBytes();
    }
}
