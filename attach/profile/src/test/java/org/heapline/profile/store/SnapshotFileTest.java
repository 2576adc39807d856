package org.heapline.profile.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.heapline.profile.LineSlice;
import org.heapline.profile.LineSlices;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Samples;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimeRange;
import org.heapline.profile.format.ReportFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotFileTest {
    /** What every report has, but for its methods. */
    private static final String BEGIN = "{\"heapline\":1,\"target\":{\"pid\":1,\"name\":\"\",\"jdk\":\"\"},"
            + "\"backend\":\"allocated\",\"startedAt\":\"2026-03-01T10:15:30Z\",\"durationMillis\":1,";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("orders.heapline");
    }

    private SnapshotFormatException refused() {
        SnapshotFormatException refused = assertThrows(SnapshotFormatException.class, () -> SnapshotFile.open(file));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith(file + " "), message);
        assertEquals(1, message.lines().count(), message);
        return refused;
    }

    @Test
    void whatIsSavedOpensAsItWas() throws IOException {
        Snapshot saved = Samples.snapshot();
        SnapshotFile.save(saved, file);
        assertEquals(saved, SnapshotFile.open(file));
    }

    @Test
    void whoIsInterruptedNeitherReadsNorReplacesAFile() throws IOException {
        Snapshot saved = Samples.snapshot();
        SnapshotFile.save(saved, file);
        byte[] before = Files.readAllBytes(file);
        Thread.currentThread().interrupt();
        try {
            assertThrows(IOException.class, () -> SnapshotFile.open(file));
            assertThrows(IOException.class, () -> SnapshotFile.save(saved, file));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(saved, SnapshotFile.open(file));
    }

    @Test
    void anIncompleteSnapshotWithoutTripAndSourcesOpensAsItWas() throws IOException {
        Snapshot s = Samples.snapshot();
        Snapshot bare = new Snapshot(
                s.target(),
                s.backend(),
                s.startedAt(),
                s.duration(),
                false,
                s.methods(),
                List.of(),
                null,
                List.of(),
                Map.of());
        SnapshotFile.save(bare, file);
        assertEquals(bare, SnapshotFile.open(file));
    }

    @Test
    void whenLinesTookTheirBytesIsKept() throws IOException {
        Snapshot saved = Samples.snapshot();
        LineSlice first = new LineSlice(new TimeRange(0, 1_000), 2);
        first.add(0, 2, 100, 90);
        first.add(4, 1, -7, 0);
        LineSlice second = new LineSlice(new TimeRange(1_000, 2_500), 0);
        Snapshot whole = saved.withSlices(new LineSlices(List.of(first, second)));
        SnapshotFile.save(whole, file);
        assertEquals(whole, SnapshotFile.open(file));
    }

    @Test
    void slicesThatDoNotFitAreRefused() throws IOException {
        String begin = BEGIN + "\"methods\":[],\"slices\":[{\"from\":0,\"to\":5,";
        for (String wrong : List.of(
                "\"lines\":[0],\"occurrences\":[1],\"incrementBytes\":[1],\"selfBytes\":[1]}]}",
                "\"lines\":[3,2],\"occurrences\":[1,1],\"incrementBytes\":[1,1],\"selfBytes\":[1,1]}]}",
                "\"lines\":[0,1],\"occurrences\":[1]}]}",
                "\"lines\":[0]}]}",
                "\"to\":-5}]}")) {
            Files.writeString(file, begin + wrong);
            assertTrue(String.valueOf(refused().getMessage()).contains("damaged"), wrong);
        }
    }

    @Test
    void aJsonReportOpensWithTheTextsItHas() throws IOException {
        StringWriter json = new StringWriter();
        ReportFormat.JSON.write(Samples.snapshot(), 3, json);
        Files.writeString(file, json.toString());
        Snapshot opened = SnapshotFile.open(file);
        assertEquals(
                List.of("add", "lambda$add$0"),
                opened.methods().stream().map(MethodStats::method).toList());
        assertEquals(
                Samples.snapshot().methods().get(0).lines(),
                opened.methods().get(0).lines());
        assertEquals(Samples.trip(), opened.trip());
        List<String> text = opened.sources().get(Samples.CART).lines().toList();
        assertEquals("        return size;", text.get(13));
        assertEquals("", text.get(0));
        StringWriter again = new StringWriter();
        ReportFormat.JSON.write(opened, 3, again);
        assertEquals(json.toString(), again.toString());
    }

    @Test
    void everyCutOfAFileIsRefusedAsTruncated() throws IOException {
        SnapshotFile.save(Samples.snapshot(), file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 2; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            String message = String.valueOf(refused().getMessage());
            assertTrue(message.contains("truncated") && message.contains("byte"), length + ": " + message);
        }
    }

    @Test
    void aFlippedBitIsNoticed() throws IOException {
        SnapshotFile.save(Samples.snapshot(), file);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 10; at < whole.length; at += 13) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            refused();
        }
    }

    @Test
    void aCutJsonReportSaysAtWhichLineItEnds() throws IOException {
        StringWriter json = new StringWriter();
        ReportFormat.JSON.write(Samples.snapshot(), 3, json);
        String text = json.toString();
        Files.writeString(file, text.substring(0, text.indexOf("\"line\":8") + 8));
        assertEquals(
                file + " is truncated: it ends at line 4, column 10, in the middle of the report",
                refused().getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty: it is no Heapline snapshot",
                "hello|is no Heapline snapshot: it is neither gzip nor a JSON report",
                "[1]|is no Heapline snapshot: it does not begin with {\"heapline\":1",
                "{\"a\":1}|is no Heapline snapshot: it does not begin with {\"heapline\":1",
                "{}|is no Heapline snapshot: it does not begin with {\"heapline\":1",
                "{\"heapline\":2,\"new\":{}}|was written by a newer Heapline (format 2, this one reads up to 1): open it with that release",
                "{\"heapline\":0}|is damaged at line 1, column 13: there is no format 0",
                "{\"heapline\":\"x\"}|is damaged at line 1, column 13: expected a whole number for /heapline",
                "{\"heapline\":1,\"backend\":\"stack\"}|is damaged at line 1, column 25: there is no backend \"stack\"",
                "{\"heapline\":1,\"startedAt\":\"today\"}|is damaged at line 1, column 27: \"today\" is not a moment such as 2026-03-01T10:15:30Z",
                "{\"heapline\":1,\"methods\":{}}|is damaged at line 1, column 25: expected a list for /methods",
                "{\"heapline\":1,\"methods\":[{\"lines\":[{\"line\":1.5}]}]}|is damaged at line 1, column 44: expected a whole number for /methods/0/lines/0/line",
                "{\"heapline\":1,\"methods\":[{\"lines\":[{\"line\":70000,\"occurrences\":1,\"incrementBytes\":1,\"selfBytes\":1,\"memUsageBytes\":1}]}]}|is damaged at line 1, column 116: a class file has no line 70000",
                "{\"heapline\":1,\"complete\":1}|is damaged at line 1, column 26: expected true or false for /complete",
                "{\"heapline\":1}|is damaged at line 1, column 14: \"target\" is missing",
                "{\"heapline\":1,\"methods\":[{\"class\":\"C\",\"lines\":[]}]}|is damaged at line 1, column 49: \"method\" is missing in /methods/0",
                "{\"heapline\":1,\"methods\":[{\"lines\":[{\"line\":7,\"occurrences\":1}]}]}|is damaged at line 1, column 61: \"incrementBytes\" is missing in /methods/0/lines/0",
                "{\"heapline\":1,\"threads\":[{\"name\":\"main\"}]}|is damaged at line 1, column 40: \"selfBytes\" is missing in /threads/0",
                "{\"heapline\":1,\"timeline\":[{\"rss\":1}]}|is damaged at line 1, column 35: \"t\" is missing in /timeline/0"
            })
    void whatIsForeignNewerOrWrongIsNamedWithItsPlace(String text, String message) throws IOException {
        Files.writeString(file, text);
        assertEquals(file + " " + message, refused().getMessage());
    }

    @Test
    void brokenJsonAndNumbersTooLargeAreRefusedToo() throws IOException {
        Files.writeString(file, "{\"heapline\":1,\n\"target\":{\"pid\":99999999999999999999}}");
        assertTrue(String.valueOf(refused().getMessage()).contains("damaged at line 2"));
        Files.writeString(file, "{\"heapline\":1,\n\"target\":{]}");
        assertTrue(String.valueOf(refused().getMessage()).contains("damaged at line 2"));
        Files.write(file, new byte[] {(byte) 0x1f, (byte) 0x8b, 77, 0, 0, 0, 0, 0, 0, 0, 0});
        assertTrue(String.valueOf(refused().getMessage()).contains("damaged"));
    }

    @Test
    void nothingFollowsAReport() throws IOException {
        Files.writeString(file, BEGIN + "\"methods\":[]} {}");
        assertTrue(String.valueOf(refused().getMessage()).endsWith(": there is something after the end of the report"));
    }

    @Test
    void unknownKeysOfTheSameFormatAreLeftOut() throws IOException {
        Files.writeString(
                file,
                BEGIN + "\"extra\":[{\"a\":[1]}],\"methods\":[{\"class\":\"C\",\"method\":\"m\",\"more\":{\"x\":1},"
                        + "\"lines\":[{\"line\":3,\"occurrences\":2,\"y\":[],\"incrementBytes\":0,\"selfBytes\":0,"
                        + "\"memUsageBytes\":0}]}]}");
        assertEquals(
                List.of(new LineStats(3, 2, 0, 0, 0)),
                SnapshotFile.open(file).methods().get(0).lines());
        assertEquals(
                Instant.parse("2026-03-01T10:15:30Z"), SnapshotFile.open(file).startedAt());
    }

    @Test
    void aMissingFileAndAFolderAreSaidSo() {
        IOException missing = assertThrows(IOException.class, () -> SnapshotFile.open(file));
        assertEquals("Cannot read " + file + ": there is no such file; check the path", missing.getMessage());
        IOException notAFile = assertThrows(IOException.class, () -> SnapshotFile.open(folder));
        assertEquals("Cannot read " + folder + ": it is a folder; name a file in it", notAFile.getMessage());
    }

    @Test
    void openingADamagedFileLeavesItAsItIs() throws IOException {
        Files.writeString(file, "{\"heapline\":1,");
        refused();
        assertEquals("{\"heapline\":1,", Files.readString(file));
        assertFalse(Files.exists(folder.resolve("orders.heapline.part")));
    }
}
