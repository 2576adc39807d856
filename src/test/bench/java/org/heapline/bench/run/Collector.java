package org.heapline.bench.run;

/** A garbage collector. */
enum Collector {
    SERIAL("-XX:+UseSerialGC"),
    G1("-XX:+UseG1GC"),
    PARALLEL("-XX:+UseParallelGC"),
    ZGC("-XX:+UseZGC");

    private final String flag;

    Collector(String flag) {
        this.flag = flag;
    }

    /** The JVM's option for it. */
    String flag() {
        return flag;
    }
}
