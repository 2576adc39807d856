package org.heapline.tests.lines;

import java.util.List;
import java.util.Set;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetSources;

/** Patterns, constructors with prologues and virtual threads, where there is a JDK that has them all. */
class ModernJavaIT extends ExpectedLines {
    private static final int FROM = 25;

    ModernJavaIT() {
        super("modern", Set.of("Mounted"));
    }

    @Override
    TargetSources sources(Jdk jdk) {
        return TargetSources.compiledBy(jdk, "modern", "-g");
    }

    @Override
    List<Jdk> jdks() {
        return Jdks.found().stream().filter(jdk -> jdk.feature() >= FROM).toList();
    }
}
