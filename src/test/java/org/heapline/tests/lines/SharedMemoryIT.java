package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the backends {@code heap} and {@code rss} an Increment is what the same frame saw, and may be negative. */
class SharedMemoryIT {
    private static final long MIB = 1 << 20;

    /** The JVM's compilers reserve heap too, up to 2 MiB at any time, and their threads cannot be asked for it. */
    private static final String WITHOUT_COMPILERS = "-Xint";

    private static final String TARGET = "org.heapline.targets.service.";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void eachStepOfTheHeapIsOnItsLineWithinAMebibyte(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, "-XX:+UseSerialGC", WITHOUT_COMPILERS);
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        TARGET + "Oscillation#run",
                        "--lines",
                        TARGET + "Held#run",
                        "--backend",
                        "heap",
                        "--interval",
                        "30s",
                        "--format",
                        "json")) {
            target.ask("go Oscillation.prepare");
            target.ask("go Oscillation.start");
            target.ask("go Held.run");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals("heap", report.root().path("backend").asText());
            assertNear(-50, Service.line(report, "Oscillation", "// header"), MIB);
            assertNear(300, Service.line(report, "Oscillation", "// takes"), MIB);
            assertNear(-250, Service.line(report, "Oscillation", "// drops"), MIB);

            assertNear(50, Service.line(report, "Held", "// alloc"), MIB);
            assertNear(1, Service.line(report, "Held", "// small"), MIB / 16);
            assertNear(20, Service.line(report, "Held", "// many"), MIB);
            assertNear(0, Service.line(report, "Held", "// nothing"), MIB / 16);
            assertNear(-50, Service.line(report, "Held", "// del"), MIB);
            assertNear(0, Service.line(report, "Held", "// kept"), MIB / 16);
            assertNear(-20, Service.line(report, "Held", "// collected"), MIB);
        }
    }

    /** What it takes to answer the client is in nobody's account, nor the buffers that the answering threads take. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aLineThatTakesNothingWhileTheTargetIsAskedHasNothing(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, "-XX:+UseSerialGC", WITHOUT_COMPILERS);
                HeaplineCli cli = attach(target, "Watched#run")) {
            target.ask("go Watched.run");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertNear(0, Service.line(report, "Watched", "// rests"), MIB / 16);
        }
    }

    /** Metrics libraries read all MBeans there are. What their threads take is theirs, also if they are virtual. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theProgramItselfMayAskTheAgent(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, "-XX:+UseSerialGC", WITHOUT_COMPILERS);
                HeaplineCli cli = attach(target, "AsksItself#run")) {
            target.ask("go AsksItself.run");
            Report report = Report.parse(cli.interruptAndFinish().out());

            Report.Line asked = Service.line(report, "AsksItself", "thread().join()");
            assertTrue(asked.increment() > MIB / 16, () -> "it takes some: " + asked);
            assertEquals("done", target.ask("go Orders.book"), "it goes on");
        }
    }

    /**
     * The heap is all there from the beginning, and C2, which takes megabytes for itself, is not: so only what is outside of
     * the heap makes the process larger.
     */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    @EnabledOnOs(OS.LINUX)
    void theResidentSetGrowsOnTheLineThatTakesMemoryAndWithChildrenOnTheOneThatWaitsForThem(Jdk jdk) {
        try (TargetProgram target = Service.start(
                        jdk, "-XX:+UseSerialGC", "-Xms512m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1");
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        TARGET + "Resident",
                        "--backend",
                        "rss",
                        "--include-children",
                        "--format",
                        "json")) {
            target.ask("go Resident.run");
            target.ask("go Resident.child");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals("rss", report.root().path("backend").asText());
            assertNear(64, Service.line(report, "Resident", "// taken"), 8 * MIB);
            assertNear(0, Service.line(report, "Resident", "// touched again"), 8 * MIB);
            assertNear(0, Service.line(report, "Resident", "// nothing"), MIB);
            long child = Service.line(report, "Resident", "// child").increment();
            assertTrue(child > 64 * MIB && child < 256 * MIB, () -> "the child has 64 MiB and a JVM: " + child);
            long gone = Service.line(report, "Resident", "// until it is gone").increment();
            assertTrue(gone < -64 * MIB, () -> "the child has left: " + gone);
        }
    }

    private static HeaplineCli attach(TargetProgram target, String method) {
        return HeaplineCli.attach(target, "--lines", TARGET + method, "--backend", "heap", "--format", "json");
    }

    private static void assertNear(long mebibytes, Report.Line line, long tolerance) {
        assertTrue(Math.abs(line.increment() - mebibytes * MIB) <= tolerance, () -> mebibytes + " MiB wanted: " + line);
    }
}
