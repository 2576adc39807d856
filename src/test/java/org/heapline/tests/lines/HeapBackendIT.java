package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With backend {@code heap} an Increment is what the same frame saw, and may be negative. */
class HeapBackendIT {
    private static final long MIB = 1 << 20;

    /** What other threads of the JVM take in between, such as those of its management connector: the heap is shared. */
    private static final long NOISE = 16 * MIB;

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void anOscillatingLoopReadsWhatEachLineTookAndGaveBack(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, "-XX:+UseSerialGC");
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        "org.heapline.targets.service.Oscillation#run",
                        "--backend",
                        "heap",
                        "--interval",
                        "30s",
                        "--format",
                        "json")) {
            target.ask("go Oscillation.prepare");
            target.ask("go Oscillation.start");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals("heap", report.root().path("backend").asText());
            assertNear(-50, Service.line(report, "Oscillation", "// header"));
            assertNear(300, Service.line(report, "Oscillation", "// takes"));
            assertNear(-250, Service.line(report, "Oscillation", "// drops"));
        }
    }

    private static void assertNear(long mebibytes, Report.Line line) {
        assertTrue(Math.abs(line.increment() - mebibytes * MIB) < NOISE, () -> mebibytes + " MiB wanted: " + line);
    }
}
