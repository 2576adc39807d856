package org.heapline.tests.lines;

import java.util.ArrayList;
import java.util.List;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.LineRun;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same lines in JVMs that lay out objects differently: other headers, other references. */
class LayoutsIT {
    private static final int COMPACT_HEADERS_FROM = 25;

    static List<Arguments> layouts() {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdks.found()) {
            all.add(Arguments.of(
                    jdk,
                    jdk.feature() >= COMPACT_HEADERS_FROM
                            ? List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC")
                            : List.of("-XX:-UseCompressedOops", "-XX:+UseParallelGC")));
        }
        return all;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("layouts")
    void linesAreExactWhateverTheLayoutOfObjects(Jdk jdk, List<String> flags) {
        TargetSources sources = TargetSources.compiled("constructs", "--release", "17", "-g");
        LineRun run = LineRun.of(
                jdk,
                sources,
                "org.heapline.targets.constructs.ConstructsMain",
                "org.heapline.targets.constructs.*",
                flags.toArray(String[]::new));
        sources.expectant().forEach(file -> ExpectedLines.check(sources, file, run));
    }
}
