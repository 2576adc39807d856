package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which thread took how much: to the byte, whether it lives, has ended or is virtual; also from a saved snapshot. */
class ByThreadIT {
    private static final String RESTLESS = "org.heapline.targets.crowds.Restless";
    private static final int ARRAY = 1016;
    private static final int VIRTUAL_SINCE = 21;

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void eachThreadHasItsBytes(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("crowds", "--release", "17", "-g");
        Path file = TestFolder.fresh("by-thread" + jdk.feature()).resolve("session.heapline");
        try (TargetProgram target = TargetProgram.start(
                        jdk, sources, "org.heapline.targets.crowds.CrowdsMain", "-XX:+UseSerialGC");
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.crowds.ByThread#make", "-o", file.toString())) {
            target.ask("go ByThread");
            target.ask("reset");
            target.ask("go ByThread");
            HeaplineCli.Result ended = cli.interruptAndFinish();
            assertEquals(0, ended.exit(), ended::toString);
        }
        Report report = Report.parse(
                HeaplineCli.run("report", file.toString(), "--format", "json").out());
        Map<String, Long> bytes = new HashMap<>();
        Map<String, Integer> threads = new HashMap<>();
        for (JsonNode thread : report.root().path("threads")) {
            // Makers of the first time go on living and took nothing since: they are not told of.
            String name = thread.path("name").asText() + (thread.path("virtual").asBoolean() ? " virtual" : "");
            bytes.merge(name, thread.path("selfBytes").asLong(), Long::sum);
            threads.merge(name, thread.path("threads").asInt(), Integer::sum);
        }
        Map<String, Long> expected =
                new HashMap<>(Map.of("maker-1", 10L * ARRAY, "maker-2", 20L * ARRAY, "brief-#", 3L * 5 * ARRAY));
        Map<String, Integer> counts = new HashMap<>(Map.of("maker-1", 1, "maker-2", 1, "brief-#", 3));
        if (jdk.feature() >= VIRTUAL_SINCE) {
            expected.put(" virtual", 4L * 7 * ARRAY);
            counts.put(" virtual", 4);
        }
        assertEquals(expected, bytes);
        assertEquals(counts, threads);
        assertEquals(report.selfOfLines(), report.selfOfThreads());
    }

    /** What threads take between one look and another must not be in one half of a report alone. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theirBytesAreThoseOfTheLinesThoughTheyNeverRest(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("crowds", "--release", "17", "-g");
        Path file = TestFolder.fresh("restless" + jdk.feature()).resolve("report.json");
        try (TargetProgram target = TargetProgram.start(
                        jdk, sources, "org.heapline.targets.crowds.CrowdsMain", "-XX:+UseSerialGC");
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", RESTLESS, "-o", file.toString())) {
            target.ask("go Restless");
            target.ask("reset");
            HeaplineCli.Result ended = cli.interruptAndFinish();
            assertEquals(0, ended.exit(), ended::toString);
        }
        assertAgree(Report.read(file));
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theirBytesAreThoseOfTheLinesThoughTheyGoOnWhileTheJvmEnds(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("crowds", "--release", "17", "-g");
        Path file = TestFolder.fresh("restless-end" + jdk.feature()).resolve("report.json");
        List<String> arguments = new ArrayList<>(List.of("run", "--lines", RESTLESS, "-o", file.toString(), "--"));
        arguments.addAll(List.of(
                "-XX:+UseSerialGC", "-cp", sources.classes().toString(), "org.heapline.targets.crowds.Restless"));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();
            assertEquals(0, result.exit(), result::toString);
        }
        assertAgree(Report.read(file));
    }

    private static void assertAgree(Report report) {
        assertTrue(report.selfOfLines() > 0);
        assertEquals(report.selfOfLines(), report.selfOfThreads());
    }
}
