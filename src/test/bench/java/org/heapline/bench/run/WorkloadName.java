package org.heapline.bench.run;

import org.heapline.bench.work.Calls;
import org.heapline.bench.work.Csv;
import org.heapline.bench.work.Escape;
import org.heapline.bench.work.Json;
import org.heapline.bench.work.Library;
import org.heapline.bench.work.Numeric;
import org.heapline.bench.work.Server;
import org.heapline.bench.work.Virtual;
import org.heapline.bench.work.Workload;

/** The programs that are measured. */
enum WorkloadName {
    CSV(Csv.class, "worst case: CSV by character"),
    LIBRARY(Library.class, "lines that call the library: split and HashMap"),
    JSON(Json.class, "JSON by Jackson"),
    NUMERIC(Numeric.class, "numeric loop that allocates nothing"),
    ESCAPE(Escape.class, "objects that escape analysis removes"),
    CALLS(Calls.class, "tiny methods called in a loop"),
    SERVER(Server.class, "16 threads that serve requests"),
    VIRTUAL(Virtual.class, "100 virtual threads that park");

    private static final int VIRTUAL_THREADS_SINCE = 21;

    private final Class<? extends Workload> type;
    private final String text;

    WorkloadName(Class<? extends Workload> type, String text) {
        this.type = type;
        this.text = text;
    }

    /** The class that is profiled. */
    String className() {
        return type.getName();
    }

    String text() {
        return text;
    }

    boolean runsOn(Jdk jdk) {
        return this != VIRTUAL || jdk.feature() >= VIRTUAL_THREADS_SINCE;
    }
}
