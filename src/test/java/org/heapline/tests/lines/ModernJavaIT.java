package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Patterns, constructors with prologues and virtual threads, where there is a JDK that has them all. */
class ModernJavaIT extends ExpectedLines {
    private static final int FROM = 25;

    ModernJavaIT() {
        super("modern", Set.of("Mounted", "Parked"));
    }

    @Override
    TargetSources sources(Jdk jdk) {
        return TargetSources.compiledBy(jdk, "modern", "-g");
    }

    @Override
    List<Jdk> jdks() {
        return Jdks.found().stream().filter(jdk -> jdk.feature() >= FROM).toList();
    }

    /** Were a line's figure not whole because its thread was parked, it would be said. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("jdks")
    void nothingIsMissingFromLinesThatWereParked(Jdk jdk) {
        assertEquals(List.of(), run(jdk).report().problems());
    }
}
