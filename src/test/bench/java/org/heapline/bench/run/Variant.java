package org.heapline.bench.run;

/** What is done to the program that is measured. */
enum Variant {
    NONE("nothing"),
    MXBEAN("the JVM's bean asked at every line"),
    HEAPLINE("Heapline, allocated bytes"),
    ARMED("Heapline, with a MAXMEM that is never reached"),
    LATE("Heapline, attached to the warm program");

    private final String text;

    Variant(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
