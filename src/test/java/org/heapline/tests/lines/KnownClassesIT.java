package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Layout;
import org.heapline.tests.harness.LineRun;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines that use other classes allocate nothing if those have been there before: they read no clock then. What the JVM
 * allocates for a class that is used for the first time must still be charged to the line that does it.
 */
class KnownClassesIT {
    private static final String FILE = "org/heapline/targets/known/Uses.java";
    private static final int ROUNDS = 1000;

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theFirstUseIsChargedWhereItIs(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("known", "--release", "17", "-g");
        try (TargetProgram target =
                        TargetProgram.start(jdk, sources, "org.heapline.targets.known.KnownMain", LineRun.QUIET);
                HeaplineCli cli =
                        HeaplineCli.attach(target, "--lines", "org.heapline.targets.known.Uses", "--format", "json")) {
            Layout layout = Layout.of(target);
            assertEquals("done", target.ask("go Known"));
            assertEquals("done", target.ask("go Late"));
            Report report = Report.parse(cli.interruptAndFinish().out());
            assertAll(
                    line(report, sources, "static field", ROUNDS, 0),
                    line(report, sources, "cast", ROUNDS, 0),
                    line(report, sources, "ordinal", ROUNDS, 0),
                    line(report, sources, "instanceof", ROUNDS, 0),
                    line(report, sources, "class", ROUNDS, 0),
                    line(report, sources, "known array", 1, layout.array("byte", 100)),
                    line(report, sources, "initialises", 1, layout.array("byte", 4000)),
                    line(report, sources, "initialised", 1, 0),
                    line(report, sources, "of an interface", 1, layout.array("byte", 3000)),
                    line(report, sources, "of the same", 1, 0),
                    line(report, sources, "late array", 1, layout.array("byte", 200)));
        }
    }

    private static Executable line(
            Report report, TargetSources sources, String comment, long occurrences, long increment) {
        Report.Line line = report.line(FILE, sources.lineOf(FILE, "// " + comment));
        return () -> {
            assertEquals(occurrences, line.occurrences(), comment);
            assertEquals(increment, line.increment(), comment);
        };
    }
}
