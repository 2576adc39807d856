package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kotlin, Scala and Groovy: the right file, the right line, and for inlined code the line that calls it. */
class OtherLanguagesIT extends ExpectedLines {
    OtherLanguagesIT() {
        super("tongues", Set.of("Groovy"));
    }

    @Override
    TargetSources sources(Jdk jdk) {
        return TargetSources.compiled(
                "tongues", "--release", "8", "-g", "-cp", TargetSources.librariesOfOtherLanguages());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void eachLineHasTheTextOfItsOwnFile(Jdk jdk) {
        for (String program : List.of("Kotlin", "Scala", "Groovy")) {
            List<String> source = sources(jdk).lines(file(program, jdk));
            List<Report.Line> rows = run(jdk).report().linesIn(file(program, jdk));
            assertFalse(rows.isEmpty(), program);
            for (Report.Line row : rows) {
                assertEquals(source.get(row.line() - 1).strip(), row.text().strip());
            }
        }
    }
}
