package org.heapline.views.hotlines;

/** Which bytes of a line the table counts. */
public enum Measure {
    /** Without what profiled callees account for themselves: adds up to the whole, and to the shares. */
    SELF,
    /** The line table's Increment, with all that the line called: overlaps with that of other lines. */
    INCREMENT
}
