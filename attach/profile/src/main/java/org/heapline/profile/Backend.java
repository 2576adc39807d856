package org.heapline.profile;

import java.util.Locale;

/** Which memory an Increment is made of. */
public enum Backend {
    /** Bytes the executing thread allocated: exact, never negative. */
    ALLOCATED,
    /** Used heap of the JVM. */
    HEAP,
    /** Resident set of the process. */
    RSS;

    /** The name on the command line and in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
