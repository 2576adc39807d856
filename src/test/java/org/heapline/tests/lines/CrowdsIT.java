package org.heapline.tests.lines;

import java.util.Set;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetSources;

/** One thread and hundreds of them, executors, futures, fork and join. */
class CrowdsIT extends ExpectedLines {
    CrowdsIT() {
        super("crowds", Set.of("Async", "Crowd", "Ended"));
    }

    @Override
    TargetSources sources(Jdk jdk) {
        return TargetSources.compiled("crowds", "--release", "17", "-g");
    }
}
