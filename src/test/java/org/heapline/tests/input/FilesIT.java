package org.heapline.tests.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshot files in every state, and outputs that cannot be written. */
class FilesIT {
    private static Path folder;
    private static Path snapshot;

    @BeforeAll
    static void measureOnce() {
        folder = TestFolder.fresh("files");
        snapshot = folder.resolve("good.heapline");
        try (TargetProgram target = Service.start(Jdks.running());
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", Service.ALL, "-o", snapshot.toString())) {
            target.ask("go Orders.book");
            HeaplineCli.Result result = cli.interruptAndFinish();
            assertEquals(0, result.exit(), result::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv", "html"})
    void aSnapshotBecomesAReportInEveryFormat(String format) {
        HeaplineCli.Result result = HeaplineCli.run("report", snapshot.toString(), "--format", format);
        assertEquals(0, result.exit(), result::toString);
        assertTrue(result.out().contains("an order"), result::toString);
    }

    @Test
    void twoSnapshotsAreComparedLineByLine() {
        HeaplineCli.Result result = HeaplineCli.run("diff", snapshot.toString(), snapshot.toString());
        assertEquals(0, result.exit(), result::toString);
    }

    @Test
    void aTruncatedSnapshotIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(snapshot);
        refused(write("truncated.heapline", Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void aDamagedSnapshotIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(snapshot);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 16; i++) {
            bytes[i] ^= 0x5a;
        }
        refused(write("damaged.heapline", bytes));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused(write("empty.heapline", new byte[0]));
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        refused(write("foreign.heapline", "PK\u0003\u0004 this is something else".getBytes(StandardCharsets.UTF_8)));
        refused(write("text.heapline", "Line # Mem usage\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileOfANewerHeaplineIsRefusedAsSuch() throws IOException {
        Path newer = write("newer.heapline", "{\"heapline\":99}".getBytes(StandardCharsets.UTF_8));
        refused(newer);
        assertTrue(HeaplineCli.run("report", newer.toString()).err().contains("newer Heapline"));
    }

    /** The folder of the processes is read-only even to root. */
    @Test
    void aReadOnlyFolderIsTold() {
        HeaplineCli.Result result = HeaplineCli.run("report", snapshot.toString(), "-o", "/proc/report.json");
        assertEquals(1, result.exit(), result::toString);
        assertEquals(1, result.err().lines().count(), result::toString);
        assertTrue(result.err().contains("/proc"), result::toString);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        refused(folder.resolve("nowhere.heapline"));
    }

    @Test
    void anExistingFileSurvivesAReportThatCannotBeMade() throws IOException {
        Path old = write("kept.json", "old".getBytes(StandardCharsets.UTF_8));
        Path truncated = write("broken.heapline", Arrays.copyOf(Files.readAllBytes(snapshot), 60));
        HeaplineCli.Result result = HeaplineCli.run("report", truncated.toString(), "-o", old.toString());
        assertEquals(1, result.exit(), result::toString);
        assertEquals("old", Files.readString(old));
    }

    @Test
    void aFullDiskIsToldAndNothingHalfIsLeft() throws IOException {
        HeaplineCli.Result result = HeaplineCli.run("report", snapshot.toString(), "-o", "/dev/full");
        assertEquals(1, result.exit(), result::toString);
        assertEquals(1, result.err().lines().count(), result::toString);
        assertTrue(result.err().contains("/dev/full"), result::toString);
        try (Stream<Path> left = Files.list(Path.of("/dev"))) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().contains("full")
                    && !file.getFileName().toString().equals("full")));
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldBeforeTheWorkBegins() {
        HeaplineCli.Result result = HeaplineCli.run(
                "report",
                snapshot.toString(),
                "-o",
                folder.resolve("no/such/report.json").toString());
        assertEquals(1, result.exit(), result::toString);
        assertTrue(result.err().contains("no folder"), result::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "12XB", "1..5g", "0"})
    void sizesThatAreNoneAreRefusedWithExamples(String size) {
        HeaplineCli.Result result = HeaplineCli.run("attach", "1", "--max-mem=" + size);
        assertEquals(2, result.exit(), result::toString);
        assertTrue(result.err().contains('"' + size + '"'), result::toString);
        assertTrue(result.err().contains("512MiB"), result::toString);
    }

    private static void refused(Path file) {
        HeaplineCli.Result result = HeaplineCli.run("report", file.toString());
        assertEquals(1, result.exit(), result::toString);
        assertEquals("", result.out(), "no half report");
        assertEquals(1, result.err().lines().count(), result::toString);
        assertTrue(result.err().contains(file.getFileName().toString()), result::toString);
        assertFalse(result.err().contains("Exception"), result::toString);
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
