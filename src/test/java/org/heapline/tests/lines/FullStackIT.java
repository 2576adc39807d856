package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.LineRun;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the stack is full the JVM throws in the middle of a probe too, and ends compiled frames without asking them: no
 * byte may get lost or be counted twice.
 */
class FullStackIT {
    private static final String FILE = "org/heapline/targets/overflow/Overflow.java";
    private static final String PROFILED = "org.heapline.targets.overflow.*";
    private static final int RUNS = 30;

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void everyByteIsChargedOnce(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("overflow", "--release", "17", "-g");
        try (TargetProgram target =
                        TargetProgram.start(jdk, sources, "org.heapline.targets.overflow.OverflowMain", LineRun.QUIET);
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", PROFILED, "--format", "json")) {
            assertEquals("done", target.ask("warm"));
            LineRun.settle(target, PROFILED);
            assertEquals("done", target.ask("reset"));
            long bytes = 0;
            // First interpreted, then compiled by one compiler and the other.
            for (int i = 0; i < RUNS; i++) {
                bytes += Long.parseLong(target.ask("count Overflow"));
            }
            Report report = Report.parse(cli.interruptAndFinish().out());

            Report.Line call = report.line(FILE, sources.lineOf(FILE, "// call"));
            assertEquals(RUNS, call.occurrences());
            assertEquals(
                    RUNS, report.line(FILE, sources.lineOf(FILE, "// caught")).occurrences());
            assertEquals(bytes, call.increment(), "what the whole call took");
            assertEquals(
                    bytes,
                    report.linesIn(FILE).stream().mapToLong(Report.Line::self).sum(),
                    "what all lines took themselves");
            long frames = report.line(FILE, sources.lineOf(FILE, "// deeper")).occurrences();
            assertTrue(frames > RUNS * 100L, () -> "frames: " + frames);
        }
    }
}
