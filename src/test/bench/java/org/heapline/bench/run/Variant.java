package org.heapline.bench.run;

/** What is done to the program that is measured. */
enum Variant {
    NONE("nothing"),
    MXBEAN("the JVM's bean asked at every line"),
    HEAPLINE("Heapline, allocated bytes"),
    ARMED("Heapline, with a MAXMEM that is never reached"),
    LATE("Heapline, attached to the warm program");

    /** The bean makes some programs a hundred times slower: a part of the work tells as much. */
    private static final int PART_FOR_THE_BEAN = 10;

    private final String text;

    Variant(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** How much of a given work this variant does in one turn, at least 1. */
    int part(int size) {
        return this == MXBEAN ? Math.max(1, size / PART_FOR_THE_BEAN) : size;
    }
}
