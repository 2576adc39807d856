package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Classes of the JDK that are profiled and used by the program and by the profiler: what the profiler does in them, on its
 * own threads and on the program's, is not the program's.
 */
class SharedClassesIT {
    private static final int BITS = 1000;

    /** Sets one bit; the program does nothing else with it. */
    private static final String SET = "java.util.BitSet#set(I)V";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void onlyTheProgramCounts(Jdk jdk) {
        TargetSources sources = TargetSources.compiled("shared", "--release", "17", "-g");
        try (TargetProgram target = TargetProgram.start(jdk, sources, "org.heapline.targets.shared.SharedMain");
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        "java.util.*",
                        "--lines",
                        "org.heapline.targets.shared.*",
                        "--format",
                        "json")) {
            assertEquals("done", target.ask("go Shared"));
            target.awaitAnswer("state worker", "ended");
            Report report = Report.parse(cli.interruptAndFinish().out());
            // Once by the commands' thread, once by the worker.
            assertEquals(
                    2L * BITS, entered(report).get(SET), () -> entered(report).toString());
            Set<String> threads = new TreeSet<>();
            report.root()
                    .path("threads")
                    .forEach(each -> threads.add(each.path("name").asText()));
            threads.removeIf(each -> !each.startsWith("heapline-")
                    && !each.startsWith("RMI ")
                    && !each.startsWith("JMX ")
                    && !each.equals("Attach Listener"));
            assertTrue(threads.isEmpty(), () -> "threads of the profiler: " + threads);
        }
    }

    /** How often each method was entered: the most that any of its lines ran. */
    private static Map<String, Long> entered(Report report) {
        Map<String, Long> entered = new TreeMap<>();
        for (JsonNode method : report.root().path("methods")) {
            if (method.path("class").asText().equals("java.util.BitSet")) {
                long most = 0;
                for (JsonNode line : method.path("lines")) {
                    most = Math.max(most, line.path("occurrences").asLong());
                }
                String name = "java.util.BitSet#" + method.path("method").asText()
                        + method.path("descriptor").asText();
                entered.put(name, most);
            }
        }
        return entered;
    }
}
