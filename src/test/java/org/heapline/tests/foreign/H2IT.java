package org.heapline.tests.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.RunningProcess;
import org.heapline.tests.harness.TargetSources;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The H2 database runs an SQL script with its own tool, every class of it profiled. Its sources are in the local Maven
 * repository beside its jar, where Heapline finds them without being told.
 */
class H2IT {
    private static final String SCRIPT =
            "CREATE TABLE orders(id INT PRIMARY KEY, customer VARCHAR, total DECIMAL(10, 2));"
                    + "INSERT INTO orders SELECT x, 'customer ' || MOD(x, 100), x * 1.25 FROM SYSTEM_RANGE(1, 5000);"
                    + "CREATE INDEX by_customer ON orders(customer);"
                    + "UPDATE orders SET total = total + 1 WHERE MOD(id, 3) = 0;"
                    + "SELECT customer, SUM(total), COUNT(*) FROM orders GROUP BY customer ORDER BY 2 DESC;"
                    + "DELETE FROM orders WHERE customer LIKE '%7';";
    private static final String TOOL = "org/h2/tools/RunScript.java";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void everyLineOfH2HasItsTextAndTheyAddUpToWhatTheJvmCounts(Jdk jdk) throws IOException {
        Path folder = TestFolder.fresh("h2-" + jdk.feature());
        Path script = Files.writeString(folder.resolve("orders.sql"), SCRIPT);
        Path file = folder.resolve("report.json");
        List<String> arguments = new ArrayList<>(List.of(
                "run", "--lines", "org.h2.**", "-o", file.toString(), "--", "-cp", jar(""), "org.h2.tools.RunScript"));
        arguments.addAll(toolArguments(script));
        try (HeaplineCli cli = HeaplineCli.start(jdk, arguments)) {
            HeaplineCli.Result result = cli.finish();
            assertEquals(0, result.exit(), result::toString);
            assertFalse((result.out() + result.err()).contains("VerifyError"), result::toString);
        }
        Report report = Report.read(file);

        linesHaveTheTextOfTheSourcesJar(report);
        long whole = report.linesIn(TOOL).stream()
                .filter(line -> line.method().equals("main"))
                .mapToLong(Report.Line::increment)
                .sum();
        assertNear(counted(jdk, script), whole);
        assertTrue(report.methods().size() > 500, () -> report.methods().size() + " methods of H2 ran");
    }

    private static void linesHaveTheTextOfTheSourcesJar(Report report) throws IOException {
        try (ZipFile sources = new ZipFile(jar("-sources"))) {
            for (String file : List.of(TOOL, "org/h2/table/Column.java", "org/h2/mvstore/MVMap.java")) {
                List<String> lines = new String(
                                sources.getInputStream(sources.getEntry(file)).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                Map<Integer, String> shown = new TreeMap<>();
                report.linesIn(file)
                        .forEach(line -> shown.put(line.line(), line.text().strip()));
                assertTrue(shown.size() > 3, file + " ran");
                shown.forEach((line, text) -> assertEquals(lines.get(line - 1).strip(), text, file + ":" + line));
            }
        }
    }

    /** The same work without Heapline, counted by the JVM. Caches and timing make it vary a little. */
    private static long counted(Jdk jdk, Path script) {
        TargetSources counter = TargetSources.compiled("h2", "--release", "8", "-g");
        List<String> command = new ArrayList<>(List.of(
                jdk.java().toString(),
                "-cp",
                jar("") + File.pathSeparator + counter.classes(),
                "org.heapline.targets.h2.H2Count"));
        command.addAll(toolArguments(script));
        try (RunningProcess twin = RunningProcess.start(command.toArray(String[]::new))) {
            assertEquals(0, twin.awaitExit(Duration.ofSeconds(120)), () -> twin.failure("failed")
                    .getMessage());
            return Long.parseLong(twin.out()
                    .await(0, line -> line.startsWith("counted "), Duration.ofSeconds(60))
                    .orElseThrow()
                    .substring("counted ".length()));
        }
    }

    private static void assertNear(long expected, long actual) {
        double ratio = (double) actual / expected;
        assertTrue(ratio > 0.93 && ratio < 1.07, () -> actual + " bytes by lines, " + expected + " by the JVM's bean");
    }

    private static List<String> toolArguments(Path script) {
        return List.of("-url", "jdbc:h2:mem:orders", "-script", script.toString());
    }

    /** H2's jar in the local Maven repository. */
    private static String jar(String classifier) {
        return HeaplineCli.jar("h2-[0-9.]+" + classifier + "\\.jar");
    }
}
