package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.RunningProcess;
import org.heapline.tests.harness.TargetSources;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code heapline run}: a program profiled from its first line to its last. */
class RunIT {
    private static final String FILE = "org/heapline/targets/first/FirstMain.java";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void everyLineCountsAndTheExitCodeIsTheProgramsOwn(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("first", "--release", "8", "-g");
        Path file = TestFolder.fresh("run" + jdk.feature()).resolve("report.json");
        List<String> arguments =
                new ArrayList<>(List.of("run", "--lines", "org.heapline.targets.first.*", "-o", file.toString(), "--"));
        arguments.addAll(List.of(
                "-XX:-DoEscapeAnalysis",
                "-cp",
                sources.classes().toString(),
                "org.heapline.targets.first.FirstMain",
                "one",
                "two",
                "three"));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();

            assertEquals(7, result.exit(), result::toString);
            assertTrue(result.out().contains("length 1300"), result::toString);
            Report report = Report.read(file);
            assertEquals(1016, increment(report, sources, "// first"));
            assertEquals(
                    4, report.line(FILE, sources.lineOf(FILE, "// arguments")).occurrences());
            assertEquals(3 * 120, increment(report, sources, "// each"));
            assertEquals(1, report.line(FILE, sources.lineOf(FILE, "// last")).occurrences());
            assertTrue(
                    report.root().path("target").path("jdk").asText().startsWith(Integer.toString(jdk.feature())),
                    () -> report.root().path("target").toString());
            assertTrue(!report.root().path("timeline").isEmpty(), "no memory was sampled");
        }
    }

    /** The JVM has loaded its collections long before the program begins: they have probes before its first line. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aClassThatTheJvmHadLoadedBeforeCountsFromTheFirstLineToo(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("first", "--release", "8", "-g");
        Path file = TestFolder.fresh("run-loaded" + jdk.feature()).resolve("report.json");
        List<String> arguments =
                new ArrayList<>(List.of("run", "--lines", "java.util.ArrayList#add", "-o", file.toString(), "--"));
        arguments.addAll(List.of("-cp", sources.classPath(), "org.heapline.targets.first.AddingMain"));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();

            long adds = Report.read(file).root().path("methods").findParents("descriptor").stream()
                    .filter(method -> "(Ljava/lang/Object;)Z"
                            .equals(method.path("descriptor").asText()))
                    .mapToLong(method ->
                            method.path("lines").path(0).path("occurrences").asLong())
                    .sum();
            assertTrue(adds >= 500, () -> adds + " of 500 calls counted");
        }
    }

    /** C2 would compile what gives classes their probes, again and again, on processors that the program needs. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theOptimisingCompilerLeavesTheAgentAloneUntilTheProgramHasBegun(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("first", "--release", "8", "-g");
        List<String> arguments =
                new ArrayList<>(List.of("run", "--lines", "org.heapline.targets.first.AskingMain", "--"));
        arguments.addAll(List.of("-cp", sources.classPath(), "org.heapline.targets.first.AskingMain"));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();

            assertTrue(result.out().contains("told at first: true"), result::toString);
            assertTrue(result.out().contains("told at last: false"), result::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aPatternThatMatchedNothingIsSaidWithTheNearestNamesWhateverTheFormat(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("first", "--release", "8", "-g");
        for (String format : List.of("text", "json")) {
            List<String> arguments =
                    new ArrayList<>(List.of("run", "--lines", "no.such.FirstMian", "--format", format, "--"));
            arguments.addAll(List.of("-cp", sources.classPath(), "org.heapline.targets.first.FirstMain"));
            try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
                HeaplineCli.Result result = cli.finish();

                String said = "heapline: no.such.FirstMian: the pattern matched no method of any class that was loaded"
                        + " (the class path has: org.heapline.targets.first.FirstMain)";
                assertEquals(1, result.err().lines().filter(said::equals).count(), result::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aPatternOfWhatCannotBeProfiledIsNotSaidToMatchNothing(Jdk jdk) {
        TargetSources bare = TargetSources.compiled("first", "--release", "8", "-g:none");
        List<String> arguments =
                new ArrayList<>(List.of("run", "--lines", "org.heapline.targets.first.FirstMain", "--"));
        arguments.addAll(List.of("-cp", bare.classPath(), "org.heapline.targets.first.FirstMain"));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();

            assertTrue(result.err().contains("FirstMain#main: it has no line numbers"), result::toString);
            assertTrue(!result.err().contains("the pattern matched no"), result::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void exitAtATripReportsThatMomentAndEndsTheProgram(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("first", "--release", "8", "-g");
        Path file = TestFolder.fresh("run-exit" + jdk.feature()).resolve("report.json");
        String growing = "org/heapline/targets/first/GrowingMain.java";
        List<String> arguments = new ArrayList<>(List.of("run", "--lines", "org.heapline.targets.first.GrowingMain"));
        arguments.addAll(List.of("--max-mem", "24MiB", "--on-max-mem", "exit", "-o", file.toString(), "--"));
        arguments.addAll(List.of("-Xmx1g", "-cp", sources.classPath(), "org.heapline.targets.first.GrowingMain"));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();

            assertEquals(4, result.exit(), result::toString);
            Report report = Report.read(file);
            assertEquals(
                    sources.lineOf(growing, "// grows"),
                    report.root().path("trip").path("line").asInt(),
                    result::toString);
            long mebibytes =
                    report.line(growing, sources.lineOf(growing, "// grows")).occurrences();
            assertTrue(mebibytes > 0 && mebibytes <= 24, () -> mebibytes + " MiB in the report of a trip at 24");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void anExceptionOfTheProgramIsItsOwnAndTheTextHasTheDecimalsThatWereAskedFor(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("first", "--release", "8", "-g");
        List<String> program = List.of("-cp", sources.classPath(), "org.heapline.targets.first.ThrowingMain");
        List<String> plain = new ArrayList<>(List.of(jdk.java().toString()));
        plain.addAll(program);
        String trace;
        try (RunningProcess alone = RunningProcess.start(plain.toArray(String[]::new))) {
            assertEquals(1, alone.awaitExit(Duration.ofSeconds(60)));
            trace = alone.err().text();
            assertTrue(trace.contains("ArrayIndexOutOfBoundsException"), trace);
        }
        String throwing = "org/heapline/targets/first/ThrowingMain.java";
        Map<String, String> increments = Map.of("1", "4\\.0 MiB", "5", "4\\.00002 MiB");
        increments.forEach((precision, increment) -> {
            List<String> arguments = new ArrayList<>(
                    List.of("run", "--lines", "org.heapline.targets.first.*", "--precision", precision, "--"));
            arguments.addAll(program);
            try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
                HeaplineCli.Result result = cli.finish();
                assertEquals(1, result.exit(), result::toString);
                assertTrue(result.err().contains(trace), result::toString);
                assertRow(result, sources.lineOf(throwing, "// takes"), ".* " + increment + " +1 .*");
                assertRow(result, sources.lineOf(throwing, "// throws"), ".* 1048577 .*");
            }
        });
    }

    private static void assertRow(HeaplineCli.Result result, int line, String columns) {
        assertTrue(result.out().lines().anyMatch(row -> row.matches(" *" + line + columns)), result::toString);
    }

    private static long increment(Report report, TargetSources sources, String text) {
        return report.line(FILE, sources.lineOf(FILE, text)).increment();
    }
}
