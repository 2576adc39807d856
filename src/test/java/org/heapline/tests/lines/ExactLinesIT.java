package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every program is made of, compiled for Java 8: loops, calls, exceptions, lambdas, threads. */
class ExactLinesIT extends ExpectedLines {
    ExactLinesIT() {
        super("lines", Set.of("Parallel"));
    }

    @Override
    TargetSources sources(Jdk jdk) {
        return TargetSources.compiled("lines", "--release", "8", "-g");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void eachLineHasItsTextInWhateverScript(Jdk jdk) {
        for (String program : List.of("Loops", "Scripts")) {
            List<String> source = sources(jdk).lines(file(program, jdk));
            List<Report.Line> rows = run(jdk).report().linesIn(file(program, jdk));
            assertFalse(rows.isEmpty(), program);
            for (Report.Line row : rows) {
                assertEquals(source.get(row.line() - 1).strip(), row.text().strip());
            }
        }
        assertTrue(run(jdk).report().methods().contains("org.heapline.targets.lines.Scripts#счёт"));
    }
}
