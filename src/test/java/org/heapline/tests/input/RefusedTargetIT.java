package org.heapline.tests.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.OtherUser;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.RunningProcess;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that cannot be attached to: one line that says which reason it is and what to do, and exit 3. */
class RefusedTargetIT {
    @Test
    void aPidThatDoesNotExist() {
        RunningProcess gone = RunningProcess.start("true");
        gone.awaitExit(Duration.ofSeconds(60));
        refused(gone.pid(), "does not exist", "heapline list");
    }

    @Test
    void aProcessThatIsNoJvm() {
        try (RunningProcess sleeper = RunningProcess.start("sleep", "600")) {
            refused(sleeper.pid(), "is no JVM", "heapline list");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aJvmThatRefusesToBeAttachedTo(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, "-XX:+DisableAttachMechanism")) {
            refused(target.pid(), "DisableAttachMechanism", "restart");
            assertTrue(
                    row(target.pid()).contains("DisableAttachMechanism"),
                    "the list shows it, with the reason: " + row(target.pid()));
        }
    }

    /** Its lines would call what those probes do not have, in the middle of the program's work. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aProgramThatHoldsTheProbesOfAnotherRelease(Jdk jdk) {
        TargetSources older = TargetSources.compiled("older", "--release", "8");
        try (TargetProgram target = Service.start(jdk, "-Xbootclasspath/a:" + older.classPath())) {
            refused(target.pid(), "probes of another release", "restart the program");
            assertEquals("done", target.ask("go Orders.book"));
        }
    }

    /** Root may attach to everybody, so the tests become nobody; who is not root has the first process of the system. */
    @Test
    void aProcessOfAnotherUser() {
        if (!OtherUser.possible()) {
            refused(1, "1", "heapline list");
            return;
        }
        try (TargetProgram target = Service.start(Jdks.running());
                OtherUser nobody = OtherUser.nobody();
                HeaplineCli cli = nobody.start("attach", Long.toString(target.pid()), "--duration", "1s")) {
            assertOneLine(cli.finish(), target.pid(), "belongs to", "start Heapline as that user");
            assertEquals("false", target.ask("registered"), "nothing came into the target");
        }
    }

    @Test
    void aWordThatIsNoPid() {
        HeaplineCli.Result result = HeaplineCli.run("attach", "cart");
        assertEquals(2, result.exit(), result::toString);
        assertTrue(result.err().contains("'cart' is not a process id"), result::toString);
    }

    @Test
    void listShowsTheTargetsAsJsonAndAsATable() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            String row = row(target.pid());
            assertTrue(row.contains("ServiceMain"), row);
            HeaplineCli.Result json = HeaplineCli.run("list", "--json");
            boolean found = false;
            for (var process : Report.parse(json.out()).root()) {
                if (process.path("pid").asLong() == target.pid()) {
                    found = true;
                    assertTrue(process.path("attachable").asBoolean());
                    assertTrue(process.path("name").asText().contains("ServiceMain"));
                    assertEquals(
                            Jdks.running().version().split("\\+")[0],
                            process.path("jdk").asText().split("\\+")[0]);
                }
            }
            assertTrue(found, json::toString);
        }
    }

    private static String row(long pid) {
        return HeaplineCli.run("list")
                .out()
                .lines()
                .filter(line -> line.strip().startsWith(pid + " "))
                .findFirst()
                .orElse("");
    }

    private static void refused(long pid, String why, String next) {
        assertOneLine(HeaplineCli.run("attach", Long.toString(pid), "--duration", "1s"), pid, why, next);
    }

    private static void assertOneLine(HeaplineCli.Result result, long pid, String why, String next) {
        assertEquals(3, result.exit(), result::toString);
        assertEquals("", result.out(), "no data");
        assertEquals(1, result.err().lines().count(), result::toString);
        assertTrue(result.err().contains(Long.toString(pid)), result::toString);
        assertTrue(result.err().contains(why), result::toString);
        assertTrue(result.err().contains(next), result::toString);
        assertFalse(result.err().contains("Exception"), result::toString);
    }
}
