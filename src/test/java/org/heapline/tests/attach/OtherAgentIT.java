package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JaCoCo has instrumented the same classes already: both count, and neither spoils the other. */
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
            assertEquals(0, target.awaitExit(Duration.ofSeconds(30)));
            assertEquals(
                    "",
                    target.err().text().replaceAll("(?im)^.*warning:.*\\R?", ""),
                    "no word but the JVM's own warnings of agents");
        }
        String classes = Files.readString(covered, StandardCharsets.ISO_8859_1);
        assertTrue(classes.contains("org/heapline/targets/service/Orders"), "JaCoCo has its coverage");
        assertTrue(classes.contains("org/heapline/targets/service/Late"), "of classes that loaded later too");
    }

    private static String jacoco() {
        for (String entry : HeaplineCli.classPath().split(File.pathSeparator)) {
            if (entry.contains("org.jacoco.agent") && entry.endsWith("-runtime.jar")) {
                return entry;
            }
        }
        throw new AssertionError("the agent of JaCoCo is not on the class path of the tests");
    }
}
