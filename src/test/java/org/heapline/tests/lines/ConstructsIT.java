package org.heapline.tests.lines;

import java.util.Set;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetSources;

/** Each construct of the language, compiled for Java 17. */
class ConstructsIT extends ExpectedLines {
    ConstructsIT() {
        super("constructs", Set.of("Initialisers"));
    }

    @Override
    TargetSources sources(Jdk jdk) {
        return TargetSources.compiled("constructs", "--release", "17", "-g");
    }
}
