package org.heapline.protocol;

import javax.management.openmbean.CompositeData;

/** Something that could not be profiled, and why. */
public final class Problem {
    /**
     * The reason of a method that is profiled all the same from its next call on: no more than a note, where all others
     * say that something is left out.
     */
    public static final String RUNNING =
            "it was running when it got its probes: that call is not counted, and is slower until it returns";

    private final String what;
    private final String why;

    /**
     * @param what the class, method or pattern
     * @param why the reason, a sentence for a user
     */
    public Problem(String what, String why) {
        this.what = what;
        this.why = why;
    }

    /** Reads the form in which JMX carries this value. */
    public static Problem from(CompositeData data) {
        return new Problem((String) data.get("what"), (String) data.get("why"));
    }

    public String getWhat() {
        return what;
    }

    public String getWhy() {
        return why;
    }
}
