package org.heapline.tests.attach;

import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;

/** The target that goes on for ever. */
public final class Service {
    /** All that the service is made of. */
    public static final String ALL = "org.heapline.targets.service.*";

    private static final String FOLDER = "org/heapline/targets/service/";

    private Service() {}

    public static TargetSources sources() {
        return TargetSources.compiled("service", "--release", "8", "-g");
    }

    public static TargetProgram start(Jdk jdk, String... flags) {
        return TargetProgram.start(jdk, sources(), "org.heapline.targets.service.ServiceMain", flags);
    }

    /** The number of the only line of a class of the service that has the text in it. */
    public static int lineOf(String simpleClass, String text) {
        return sources().lineOf(file(simpleClass), text);
    }

    /** That line in a report. */
    public static Report.Line line(Report report, String simpleClass, String text) {
        return report.line(file(simpleClass), lineOf(simpleClass, text));
    }

    public static String file(String simpleClass) {
        return FOLDER + simpleClass + ".java";
    }
}
