package org.heapline.tests.maxmem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.RunningProcess;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MAXMEM from the command line: where it trips, what it shows, and what becomes of the thread. */
class TripIT {
    private static final int LINE = Service.lineOf("Growth", "// takes");

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aParkedThreadStandsOnItsLineUntilItIsReleased(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        Service.ALL,
                        "--max-mem",
                        "64MiB",
                        "--on-max-mem",
                        "park",
                        "--format",
                        "json")) {
            target.ask("go Growth.start");
            String sentence = cli.awaitMessage("exceeded the maximum of 64.00 MiB");
            assertTrue(sentence.contains("Current memory 6"), sentence);
            cli.awaitMessage("Growth.java:" + LINE);
            cli.awaitMessage("label = ");
            int kept = kept(target);

            cli.type("cont");
            target.awaitAnswer("state grower", "ended");
            Report report = Report.parse(cli.interruptAndFinish().out());

            JsonNode trip = report.root().path("trip");
            assertStoppedOnTheLine(trip);
            Map<String, String> locals = locals(trip);
            assertTrue(locals.get("label").contains("orders"), locals::toString);
            assertEquals("100", locals.get("times"), locals::toString);
            assertEquals(Integer.toString(kept), locals.get("i"), "the next line had not run: " + locals);
            assertEquals(100, Service.line(report, "Growth", "// takes").occurrences(), "after the release it went on");
            assertEquals(
                    100L * ((1 << 20) + 16),
                    Service.line(report, "Growth", "// takes").increment());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theReportOfTheMomentShowsTheLinesAsTheyWere(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        Service.ALL,
                        "--max-mem",
                        "64MiB",
                        "--on-max-mem",
                        "report",
                        "--format",
                        "json")) {
            target.ask("go Growth.start");
            cli.awaitMessage("exceeded the maximum");
            target.awaitAnswer("state grower", "ended");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertStoppedOnTheLine(report.root().path("trip"));
            Report.Line takes = Service.line(report, "Growth", "// takes");
            assertEquals(
                    takes.occurrences() - 1,
                    Service.line(report, "Growth", "// keeps").occurrences());
            assertTrue(takes.occurrences() < 100, "at the trip, not at the end");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void exitDetachesReleasesAndEndsWithFour(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        Service.ALL,
                        "--max-mem",
                        "64MiB",
                        "--on-max-mem",
                        "exit",
                        "--format",
                        "json")) {
            target.ask("go Growth.start");
            HeaplineCli.Result result = cli.finish();

            assertEquals(4, result.exit(), result::toString);
            assertStoppedOnTheLine(Report.parse(result.out()).root().path("trip"));
            target.awaitUnprofiled();
            target.awaitAnswer("state grower", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void dumpAndSnapshotAreWrittenWhileTheThreadStands(Jdk jdk) {
        Path folder = TestFolder.fresh("trip-files" + jdk.feature());
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target,
                        "--lines",
                        Service.ALL,
                        "--max-mem",
                        "64MiB",
                        "--on-max-mem",
                        "dump",
                        "--on-max-mem",
                        "snapshot",
                        "-o",
                        folder.resolve("end.json").toString())) {
            target.ask("go Growth.start");
            cli.awaitMessage("heap dump of the trip written");
            target.awaitAnswer("state grower", "ended");
            assertEquals(0, cli.interruptAndFinish().exit());

            assertTrue(Files.exists(folder.resolve("end-trip.hprof")));
            Report atTrip = Report.parse(HeaplineCli.run(
                            "report", folder.resolve("end-trip.heapline").toString(), "--format", "json")
                    .out());
            assertStoppedOnTheLine(atTrip.root().path("trip"));
            assertNotEquals(100, Service.line(atTrip, "Growth", "// takes").occurrences());
        }
    }

    private static HeaplineCli endingAtLiveMemory(TargetProgram target, String... more) {
        List<String> options = new ArrayList<>(
                List.of("--lines", Service.ALL, "--max-mem", "60MiB", "--max-mem-of", "live", "--on-max-mem", "exit"));
        options.addAll(List.of(more));
        return HeaplineCli.attach(target, options.toArray(new String[0]));
    }

    /** With garbage alone a limit of live memory is never exceeded. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void garbageDoesNotTripALimitOfLiveMemory(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = endingAtLiveMemory(target, "--format", "json")) {
            for (int i = 0; i < 50; i++) {
                target.ask("go Garbage.make");
            }
            assertTrue(cli.alive(), () -> cli.failure("tripped").getMessage());
            target.ask("go Growth.grow");
            // The limit is confirmed by a GC, which is not done at every line: the program goes on until it is.
            Await.until("the trip", Duration.ofSeconds(60), () -> {
                target.ask("go Garbage.make");
                return !cli.alive();
            });
            HeaplineCli.Result result = cli.finish();
            assertEquals(4, result.exit(), result::toString);
            JsonNode trip = Report.parse(result.out()).root().path("trip");
            assertEquals("live", trip.path("memory").asText());
            long current = trip.path("currentBytes").asLong();
            assertTrue(current > 60 << 20, trip::toString);
            // A hundred blocks at most, each of which takes two regions of G1, and a little.
            assertTrue(current < 220 << 20, () -> "garbage is in it: " + trip);
        }
    }

    /** Pools then keep the notes of an earlier collection, which went through all of them and found little. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void liveMemoryIsSeenWhereACollectionThatIsAskedForIsConcurrent(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, "-XX:+UseG1GC", "-XX:+ExplicitGCInvokesConcurrent");
                RunningProcess histogram = RunningProcess.start(
                        jdk.home().resolve("bin").resolve("jcmd").toString(),
                        Long.toString(target.pid()),
                        "GC.class_histogram")) {
            assertEquals(0, histogram.awaitExit(Duration.ofSeconds(60)), "it collects all of the heap first");
            try (HeaplineCli cli = endingAtLiveMemory(target)) {
                target.ask("go Growth.grow");
                Await.until("the trip", Duration.ofSeconds(60), () -> {
                    target.ask("go Garbage.make");
                    return !cli.alive();
                });
                HeaplineCli.Result result = cli.finish();
                assertEquals(4, result.exit(), result::toString);
            }
        }
    }

    private static void assertStoppedOnTheLine(JsonNode trip) {
        assertEquals("org.heapline.targets.service.Growth", trip.path("class").asText(), trip::toString);
        assertEquals("takeSome", trip.path("method").asText(), trip::toString);
        assertEquals(LINE, trip.path("line").asInt(), trip::toString);
        assertEquals("grower", trip.path("thread").asText(), trip::toString);
        assertTrue(trip.path("currentBytes").asLong() > trip.path("limitBytes").asLong(), trip::toString);
        assertEquals("takeSome", trip.path("stack").path(0).path("method").asText(), trip::toString);
        assertEquals("grow", trip.path("stack").path(1).path("method").asText(), trip::toString);
    }

    private static Map<String, String> locals(JsonNode trip) {
        Map<String, String> locals = new HashMap<>();
        trip.path("locals")
                .forEach(local -> locals.put(
                        local.path("name").asText(), local.path("value").asText()));
        return locals;
    }

    private static int kept(TargetProgram target) {
        int from = target.out().size();
        target.ask("go Growth.kept");
        return Integer.parseInt(target.out()
                .await(from, line -> line.startsWith("kept "), Duration.ofSeconds(60))
                .orElseThrow()
                .substring(5));
    }
}
