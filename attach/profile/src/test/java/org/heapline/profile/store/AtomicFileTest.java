package org.heapline.profile.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAndReplacesAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("report.txt");
        AtomicFile.write(file, out -> out.write("first ü"));
        AtomicFile.write(file, out -> out.write("second ü"));
        assertEquals("second ü", Files.readString(file));
        assertEquals(List.of("report.txt"), names());
    }

    @Test
    void theOldFileSurvivesAFailureHalfWay() throws IOException {
        Path file = folder.resolve("report.txt");
        Files.writeString(file, "old");
        IOException failure = assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write("x".repeat(100_000));
                    out.flush();
                    throw new IOException("No space left on device");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("report.txt"), names());
        assertEquals(
                "Cannot write " + file + ": the disk is full; make room or name another place"
                        + " (the file that is there is unchanged)",
                failure.getMessage());
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("report.txt"), names());
    }

    @Test
    void saysThatTheFolderIsMissingOrThatTheFileIsAFolder() throws IOException {
        Path lost = folder.resolve("no/such/report.txt");
        IOException missing = assertThrows(IOException.class, () -> AtomicFile.write(lost, out -> out.write("x")));
        assertEquals(
                "Cannot write " + lost + ": the folder " + lost.getParent() + " does not exist; create it first",
                missing.getMessage());
        IOException taken = assertThrows(IOException.class, () -> AtomicFile.write(folder, out -> out.write("x")));
        assertEquals("Cannot write " + folder + ": it is a folder; name a file in it", taken.getMessage());
        Path file = Files.createFile(folder.resolve("plain"));
        Path below = file.resolve("report.txt");
        IOException noFolder = assertThrows(IOException.class, () -> AtomicFile.write(below, out -> out.write("x")));
        assertEquals(
                "Cannot write " + below + ": " + file + " is not a folder; name another place", noFolder.getMessage());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatAFolderIsReadOnlyEvenToTheSuperuser() {
        Path file = Path.of("/sys/heapline-report.txt");
        IOException refused = assertThrows(IOException.class, () -> AtomicFile.write(file, out -> out.write("x")));
        assertEquals(
                "Cannot write " + file + ": the folder /sys is read-only for you; name another place",
                refused.getMessage());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void devicesAreWrittenAndNotReplaced() throws IOException {
        AtomicFile.write(Path.of("/dev/null"), out -> out.write("x"));
        assertTrue(!Files.isRegularFile(Path.of("/dev/null")));
        IOException full =
                assertThrows(IOException.class, () -> AtomicFile.write(Path.of("/dev/full"), out -> out.write("x")));
        assertEquals("Cannot write /dev/full: the disk is full; make room or name another place", full.getMessage());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void keepsALinkAndThePermissionsOfWhatItReplaces() throws IOException {
        Path file = folder.resolve("report.txt");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("latest.txt"), file);
        AtomicFile.write(link, out -> out.write("new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
