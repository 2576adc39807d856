package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
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
}
