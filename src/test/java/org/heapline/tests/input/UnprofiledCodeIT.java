package org.heapline.tests.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be profiled is named under "problems" with the reason; the rest is profiled. */
class UnprofiledCodeIT {
    private static final String ODD = "org/heapline/targets/odd/Odd.java";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void nativeAbstractAndTooLargeMethodsAreNamedAndTheRestIsProfiled(Jdk jdk) {
        TargetSources sources = odd();
        try (TargetProgram target = TargetProgram.start(jdk, sources, "org.heapline.targets.odd.OddMain");
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        "org.heapline.targets.odd.*",
                        "--lines",
                        "org.heapline.targets.odd.Odd#make",
                        "--lines",
                        "org.heapline.targets.odd.Odd#nowhere",
                        "--format",
                        "json")) {
            assertEquals("done", target.ask("go Odd.work"));
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals(120, report.line(ODD, sources.lineOf(ODD, "// plain")).increment());
            assertEquals(
                    216, report.line(ODD, sources.lineOf(ODD, "// concrete")).increment());
            assertProblem(report, "nowhere", "native");
            assertProblem(report, "make", "abstract");
            assertProblem(report, "Large", "too large");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aClassWithoutLineTableIsNamed(Jdk jdk) {
        TargetSources bare = TargetSources.compiled("service", "--release", "8", "-g:none");
        try (TargetProgram target = TargetProgram.start(jdk, bare, "org.heapline.targets.service.ServiceMain");
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.service.Orders", "--format", "json")) {
            target.ask("go Orders.book");
            Report report = Report.parse(cli.interruptAndFinish().out());
            assertProblem(report, "org.heapline.targets.service.Orders", "line");
        }
    }

    @Test
    void aPatternThatMatchesNothingSuggestsTheNearestAndGoesOn() {
        try (TargetProgram target = Service.start(Jdks.running());
                HeaplineCli cli =
                        HeaplineCli.attach(target, "--lines", "org.heapline.targets.Orders", "--format", "json")) {
            String said = cli.awaitMessage("matches nothing");
            assertTrue(said.contains("org.heapline.targets.Orders"), said);
            assertTrue(said.contains("org.heapline.targets.service.Orders"), said);
            HeaplineCli.Result result = cli.interruptAndFinish();
            assertEquals(0, result.exit(), result::toString);
            assertProblem(Report.parse(result.out()), "org.heapline.targets.Orders", "matched");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aClassThatIsYetToLoadIsNotTakenForAMistake(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.service.Late", "--format", "json")) {
            String said = cli.awaitMessage("matches nothing");
            assertTrue(said.contains("(the class path has: org.heapline.targets.service.Late)"), said);
            target.ask("go Late.load");
            Report report = Report.parse(cli.interruptAndFinish().out());
            assertEquals(1, Service.line(report, "Late", "// in the method").occurrences());
            assertEquals(List.of(), report.problems());
        }
    }

    @Test
    void aMethodThatIsNotThereSuggestsThoseThatAre() {
        try (TargetProgram target = Service.start(Jdks.running());
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", "org.heapline.targets.service.Orders#buy")) {
            String said = cli.awaitMessage("matches nothing");
            assertTrue(said.contains("book"), said);
        }
    }

    private static void assertProblem(Report report, String what, String why) {
        assertTrue(
                report.problems().stream().anyMatch(problem -> problem.contains(what) && problem.contains(why)),
                () -> "no problem with " + what + ": " + why + " among " + report.problems());
    }

    /** Twenty thousand calls fit into a method; with something at each of them they do not. */
    private static TargetSources odd() {
        String large = "package org.heapline.targets.odd;\n\nfinal class Large {\n    static int calls;\n\n"
                + "    private Large() {}\n\n    static void step() {\n        calls++;\n    }\n\n"
                + "    static void fill() {\n"
                + "        step();\n".repeat(20_000)
                + "    }\n}\n";
        return TargetSources.withGenerated(
                "odd", Map.of("org/heapline/targets/odd/Large.java", large), "--release", "8", "-g");
    }
}
