package org.heapline.tests.maxmem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written and run while the thread stands. */
class TripFilesIT {
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void everythingIsWrittenBeforeTheThreadGoesOnAndTheCommandEndsWithFour(Jdk jdk) throws IOException {
        Path folder = TestFolder.fresh("trip-everything" + jdk.feature());
        try (TargetProgram target = Limits.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        Limits.ALL,
                        "--max-mem",
                        "line=10m",
                        "--on-max-mem",
                        "dump:live,gz",
                        "--on-max-mem",
                        "histogram",
                        "--on-max-mem",
                        "threads",
                        "--on-max-mem",
                        "snapshot",
                        "--on-max-mem",
                        "run:echo $HEAPLINE_THREAD on $HEAPLINE_LINE of $HEAPLINE_PID",
                        "--on-max-mem",
                        "exit",
                        "-o",
                        folder.resolve("end.json").toString())) {
            target.ask("go Order.check");
            HeaplineCli.Result result = cli.finish();
            assertEquals(4, result.exit(), result::toString);
            int line = Limits.lineOf("Order", "// is looked at");
            assertTrue(result.err().contains("checker on " + line + " of " + target.pid()), result::toString);
            assertTrue(result.err().contains("writing the heap dump of the trip (live objects)"), result::toString);
            try (InputStream dump = new GZIPInputStream(Files.newInputStream(folder.resolve("end-trip.hprof.gz")))) {
                assertEquals("JAVA PROFILE", new String(dump.readNBytes(12), StandardCharsets.UTF_8));
            }
            assertTrue(
                    Files.readString(folder.resolve("end-trip-histogram.txt")).contains("[B"));
            String threads = Files.readString(folder.resolve("end-trip-threads.txt"));
            assertTrue(threads.contains("\"checker\"") && threads.contains("Order.check"), threads);
            assertTrue(Files.exists(folder.resolve("end-trip.heapline")));
            target.awaitAnswer("state checker", "ended");
        }
    }

    /** A limit of the size of files is what a full disk looks like to the target. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aDumpThatFindsNoRoomIsSaidAndTheRestStillHappens(Jdk jdk) throws IOException, InterruptedException {
        Path folder = TestFolder.fresh("trip-full" + jdk.feature());
        try (TargetProgram target = Limits.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        Limits.ALL,
                        "--max-mem",
                        "line=10m",
                        "--on-max-mem",
                        "dump",
                        "--on-max-mem",
                        "histogram",
                        "-o",
                        folder.resolve("end.json").toString())) {
            Process limited = new ProcessBuilder("prlimit", "--pid", Long.toString(target.pid()), "--fsize=1000000")
                    .inheritIO()
                    .start();
            assertEquals(0, limited.waitFor());
            target.ask("go Order.check");
            target.awaitAnswer("state checker", "ended");
            HeaplineCli.Result result = cli.interruptAndFinish();
            assertEquals(1, result.exit(), result::toString);
            assertTrue(
                    result.err()
                            .lines()
                            .anyMatch(line -> line.contains("heap dump to " + folder.resolve("end-trip.hprof"))
                                    && line.contains("MiB are free there")),
                    result::toString);
            assertFalse(Files.exists(folder.resolve("end-trip.hprof")), "half a dump is of no use");
            assertTrue(Files.exists(folder.resolve("end-trip-histogram.txt")), result::toString);
            assertTrue(Files.exists(folder.resolve("end.json")), result::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aProgramThatIsRunForTheDebuggerListensOnThisMachineAlone(Jdk jdk) {
        HeaplineCli.Result result;
        try (HeaplineCli cli = HeaplineCli.start(
                jdk,
                List.of(
                        "run",
                        "--lines",
                        Limits.ALL,
                        "--max-mem",
                        "line=10m",
                        "--on-max-mem",
                        "jdwp",
                        "--",
                        "-cp",
                        Limits.classes().toString(),
                        Limits.PACKAGE + "LimitsMain"))) {
            assertTrue(cli.out().await(0, "ready"::equals, Limits.BOUND).isPresent(), "it gets ready");
            cli.type("go Order.check");
            cli.awaitMessage("exceeded the maximum of 10.00 MiB");
            cli.awaitMessage("Order.java:" + Limits.lineOf("Order", "// is looked at"));
            cli.type("exit 7");
            result = cli.finish();
        }
        assertEquals(7, result.exit(), result::toString);
    }
}
