package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JaCoCo instruments the same classes, before Heapline or after it: both count, and neither spoils the other. */
class OtherAgentIT {
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void bothAgentsCountAndTheOtherGoesOnAfterDetach(Jdk jdk) throws IOException {
        Path covered = TestFolder.fresh("jacoco" + jdk.feature()).resolve("jacoco.exec");
        try (TargetProgram target = Service.start(jdk, "-javaagent:" + jacoco() + "=destfile=" + covered)) {
            try (HeaplineCli cli = HeaplineCli.attach(target, "--lines", Service.ALL, "--format", "json")) {
                target.ask("go Orders.book");
                target.ask("go Late.load");
                Report report = Report.parse(cli.interruptAndFinish().out());

                assertEquals(10, Service.line(report, "Orders", "// an order").occurrences());
                assertEquals(
                        10 * 1016, Service.line(report, "Orders", "// an order").increment());
                assertEquals(
                        5016, Service.line(report, "Late", "// in the method").increment());
            }
            assertEquals("done", target.ask("go Orders.book"));
            target.tell("exit 0");
            assertEquals(0, target.awaitExit(Duration.ofSeconds(60)));
            assertEquals(
                    "",
                    target.err().text().replaceAll("(?im)^.*warning:.*\\R?", ""),
                    "no word but the JVM's own warnings of agents");
        }
        String classes = Files.readString(covered, StandardCharsets.ISO_8859_1);
        assertTrue(classes.contains("org/heapline/targets/service/Orders"), "JaCoCo has its coverage");
        assertTrue(classes.contains("org/heapline/targets/service/Late"), "of classes that loaded later too");
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void anAgentThatComesAfterHeaplineFindsItsClassesToo(Jdk jdk) throws IOException {
        Path folder = TestFolder.fresh("jacoco-after" + jdk.feature());
        Path covered = folder.resolve("jacoco.exec");
        Path file = folder.resolve("report.json");
        TargetSources first = TargetSources.compiled("first", "--release", "8", "-g");
        List<String> arguments =
                new ArrayList<>(List.of("run", "--lines", "org.heapline.targets.first.*", "-o", file.toString(), "--"));
        arguments.addAll(List.of("-XX:-DoEscapeAnalysis", "-javaagent:" + jacoco() + "=destfile=" + covered));
        arguments.addAll(List.of("-cp", first.classPath(), "org.heapline.targets.first.FirstMain", "one", "two"));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();
            assertEquals(7, result.exit(), result::toString);
        }
        String source = "org/heapline/targets/first/FirstMain.java";
        Report report = Report.read(file);
        assertEquals(
                3, report.line(source, first.lineOf(source, "// arguments")).occurrences());
        assertEquals(
                2 * 120, report.line(source, first.lineOf(source, "// each")).increment());
        String classes = Files.readString(covered, StandardCharsets.ISO_8859_1);
        assertTrue(classes.contains("org/heapline/targets/first/FirstMain"), "JaCoCo has its coverage");
    }

    private static String jacoco() {
        return HeaplineCli.jar("org\\.jacoco\\.agent-.*-runtime\\.jar");
    }
}
