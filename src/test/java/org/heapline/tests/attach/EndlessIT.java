package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that never returns is named before its class is changed, and the user decides. */
class EndlessIT {
    private static final String CLASS = "org.heapline.targets.service.Endless";
    private static final String LOOP = CLASS + "#loop";

    private static TargetProgram start(Jdk jdk) {
        TargetProgram target = Service.start(jdk);
        target.ask("go Endless.begin");
        return target;
    }

    /** The call that goes on is still the old code; those after it have probes. */
    private static void awaitSteps(TargetProgram target) {
        int before = steps(target);
        Await.until("the loop to go on", Duration.ofSeconds(60), () -> steps(target) >= before + 3);
    }

    private static int steps(TargetProgram target) {
        int from = target.out().size();
        target.ask("go Endless.steps");
        return target.out()
                .await(from, line -> line.startsWith("steps "), Duration.ofSeconds(60))
                .map(line -> Integer.parseInt(line.substring("steps ".length())))
                .orElseThrow();
    }

    private static List<String> attach(TargetProgram target, String... options) {
        List<String> arguments = new ArrayList<>(List.of("attach", Long.toString(target.pid()), "--lines", CLASS));
        arguments.addAll(List.of(options));
        return arguments;
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void attachingEndsWithItsNameAndBothChoicesAndChangesNothing(Jdk jdk) {
        try (TargetProgram target = start(jdk)) {
            HeaplineCli.Result result =
                    HeaplineCli.run(attach(target, "--duration", "2s").toArray(String[]::new));
            assertEquals(3, result.exit(), result::toString);
            assertEquals("", result.out());
            assertEquals(1, result.err().lines().count(), result::toString);
            assertTrue(result.err().contains(LOOP), result::toString);
            assertTrue(result.err().contains("thread endless"), result::toString);
            assertTrue(result.err().contains("--skip-running"), result::toString);
            assertTrue(result.err().contains("--force"), result::toString);
            assertFalse(result.err().contains("Pace"), "what returns again and again is not meant: " + result);
            assertEquals("false", target.ask("registered"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void skippedItsClassStaysAsItIsAndTheRestIsProfiled(Jdk jdk) {
        try (TargetProgram target = start(jdk);
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", CLASS, "--skip-running", "--format", "json")) {
            awaitSteps(target);
            Report report = Report.parse(cli.interruptAndFinish().out());
            assertTrue(Service.line(report, "Endless", "// a step").occurrences() > 0);
            assertEquals(List.of(CLASS + "$Pace#step"), report.methods());
            assertTrue(
                    report.problems().stream().anyMatch(problem -> problem.startsWith(CLASS + ": left out")),
                    () -> report.problems().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void forcedItsClassIsProfiledAndTheRunningCallIsNamed(Jdk jdk) {
        try (TargetProgram target = start(jdk);
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", CLASS, "--force", "--format", "json")) {
            target.ask("go Endless.begin");
            Report report = Report.parse(cli.interruptAndFinish().out());
            assertTrue(report.methods().contains(CLASS + "#begin"), () -> report.methods()
                    .toString());
            assertTrue(
                    report.problems().stream().anyMatch(problem -> problem.startsWith(LOOP + ": it was running")),
                    () -> report.problems().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void whatTheLoopCallsIsProfiledWithoutAQuestion(Jdk jdk) {
        try (TargetProgram target = start(jdk);
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", CLASS + "$Pace", "--format", "json")) {
            awaitSteps(target);
            HeaplineCli.Result result = cli.interruptAndFinish();
            assertEquals(0, result.exit(), result::toString);
            assertTrue(Service.line(Report.parse(result.out()), "Endless", "// a step")
                            .occurrences()
                    > 0);
        }
    }
}
