package org.heapline.tests.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Layout;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes of one name that several loaders define, loaders that go, and loaders that delegate little. */
class LoadedClassesIT {
    private static final String PLUGIN = "org/heapline/targets/loading/Plugin.java";
    private static final String MADE = "org/heapline/targets/loading/Made000000.java";
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** Three thousand loaders, of each of which not even 200 bytes may be left. */
    private static final long SLACK = 512 << 10;

    /** Two thousand generated classes, whose lines would take 13 MB if each kept its own. */
    private static final long SLACK_OF_MADE = 2 << 20;

    private static final String ACTIVATOR = "org/heapline/targets/osgi/bundle/Activator.java";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theClassesOfAllLoadersCountOnTheSameLinesAndHeaplineKeepsNone(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("loading", "--release", "8", "-g");
        try (TargetProgram target = TargetProgram.start(jdk, sources, "org.heapline.targets.loading.LoadingMain");
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.loading.Plugin", "--format", "json")) {
            long size = Layout.of(target).array("byte", 500);
            assertEquals("done", target.ask("go kept"));
            assertEquals("done", target.ask("go other"));
            assertEquals("done", target.ask("go other"));
            assertEquals("done", target.ask("go nameless"));
            assertEquals("done", target.ask("go passing"));
            assertEquals("done", target.ask("go unload"));
            target.awaitAnswer("property left", "0");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals(
                    (1 + 2 + 1 + 50) * 4,
                    report.line(PLUGIN, sources.lineOf(PLUGIN, "// body"), "run")
                            .occurrences());
            assertEquals((1 + 2 + 1 + 50) * 4 * size, sumOf(report, sources.lineOf(PLUGIN, "// body")));
            assertEquals(0, sumOf(report, sources.lineOf(PLUGIN, "// header")));
            assertEquals(52 * size, sumOf(report, sources.lineOf(PLUGIN, "// table")));
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void loadersThatComeAndGoLeaveTheirSumsAndNothingElse(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("loading", "--release", "8", "-g");
        try (TargetProgram target = TargetProgram.start(jdk, sources, "org.heapline.targets.loading.LoadingMain");
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.loading.Plugin", "--format", "json")) {
            long size = Layout.of(target).array("byte", 500);
            String alone = target.ask("agent");
            assertEquals("done", target.ask("go many"));
            long[] before = memory(target);
            for (int i = 0; i < 3; i++) {
                assertEquals("done", target.ask("go many"));
            }
            Await.until("memory to be as it was: " + Arrays.toString(before), BOUND, () -> {
                long[] after = memory(target);
                return after[0] <= before[0] + SLACK && after[1] <= before[1] + SLACK;
            });
            target.awaitAnswer("agent", alone);
            Report report = Report.parse(cli.interruptAndFinish().out());

            Report.Line body = report.line(PLUGIN, sources.lineOf(PLUGIN, "// body"), "run");
            assertEquals(4 * 4000, body.occurrences());
            assertEquals(4 * 4000 * size, body.increment());
            assertEquals(4000 * size, sumOf(report, sources.lineOf(PLUGIN, "// table")));
        }
    }

    /** A generator is never done: from some number of lines on its classes share rows, and no byte is lost by that. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void classesWithEverNewNamesDoNotMakeTheAgentGrow(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("loading", "--release", "8", "-g");
        try (TargetProgram target = TargetProgram.start(jdk, sources, "org.heapline.targets.loading.LoadingMain");
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.loading.Made*", "--format", "json")) {
            long size = Layout.of(target).array("byte", 500);
            for (int i = 0; i < 2; i++) {
                assertEquals("done", target.ask("go made"));
            }
            long before = memory(target)[0];
            for (int i = 0; i < 2; i++) {
                assertEquals("done", target.ask("go made"));
            }
            Await.until(
                    "the heap to be as it was: " + before, BOUND, () -> memory(target)[0] <= before + SLACK_OF_MADE);
            assertEquals("done", target.ask("go parallel"));
            Report report = Report.parse(cli.interruptAndFinish().out());

            String kind = "org/heapline/targets/loading/Made*.java";
            int body = sources.lineOf(MADE, "// made body");
            List<Report.Line> bodies = rowsOfAll(report, body);
            assertTrue(bodies.size() > 1000 && bodies.size() < 2000, "rows of a line: " + bodies.size());
            long rounds = 4 * (4 * 1000 + 8 * 500);
            assertEquals(
                    rounds, bodies.stream().mapToLong(Report.Line::occurrences).sum());
            assertEquals(
                    rounds * size, bodies.stream().mapToLong(Report.Line::self).sum());
            assertTrue(report.line(kind, body, "take").occurrences() > 4 * 8 * 500, "the later ones count together");
            assertEquals(
                    (4 * 1000 + 8) * size,
                    rowsOfAll(report, sources.lineOf(MADE, "// made table")).stream()
                            .mapToLong(Report.Line::self)
                            .sum());
            assertEquals(report.selfOfLines(), report.selfOfThreads());
            assertTrue(
                    report.problems().toString().contains("org.heapline.targets.loading.Made*"),
                    report.problems()::toString);
        }
    }

    private static List<Report.Line> rowsOfAll(Report report, int line) {
        return report.linesIn(file -> file.contains("/Made")).stream()
                .filter(each -> each.line() == line)
                .toList();
    }

    /** Used heap and metaspace after a GC, in bytes. */
    private static long[] memory(TargetProgram target) {
        return Stream.of(target.ask("memory").split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static long sumOf(Report report, int line) {
        return report.rows(PLUGIN, line, "").stream()
                .mapToLong(Report.Line::increment)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aBundleInAnOsgiFrameworkIsProfiledLikeAnyClass(Jdk jdk) {
        String felix = HeaplineCli.jar("org\\.apache\\.felix\\.framework-.*\\.jar");
        TargetSources sources = TargetSources.compiled("osgi", "--release", "8", "-g", "-cp", felix);
        try (TargetProgram target = TargetProgram.start(jdk, sources, "org.heapline.targets.osgi.OsgiMain");
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.osgi.bundle.**", "--format", "json")) {
            Layout layout = Layout.of(target);
            assertEquals("done", target.ask("go start"));
            assertEquals("done", target.ask("go stop"));
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals(
                    13,
                    report.line(ACTIVATOR, sources.lineOf(ACTIVATOR, "// header"))
                            .occurrences());
            Report.Line body = report.line(ACTIVATOR, sources.lineOf(ACTIVATOR, "// body"));
            assertEquals(12, body.occurrences());
            assertEquals(12 * layout.array("byte", 1000), body.increment());
            assertEquals(
                    layout.array("byte", 300),
                    report.line(ACTIVATOR, sources.lineOf(ACTIVATOR, "// table"))
                            .increment());
            assertEquals(
                    layout.array("byte", 300),
                    report.line(ACTIVATOR, sources.lineOf(ACTIVATOR, "// stopped"))
                            .increment());
        }
    }
}
