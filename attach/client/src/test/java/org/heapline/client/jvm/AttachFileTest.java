package org.heapline.client.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.heapline.client.AttachException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachFileTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    @Test
    void isNotLeftBehindWhereHeaplineEndsWhileItWaits(@TempDir Path folder) throws Exception {
        // No JVM: it never answers.
        Process target =
                new ProcessBuilder("sleep", "600").directory(folder.toFile()).start();
        try {
            Process heapline = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Ending.class.getName(),
                            Long.toString(target.pid()),
                            folder.toString())
                    .inheritIO()
                    .start();
            assertEquals(0, heapline.waitFor(), "the file was there");
            assertEquals(List.of(), filesIn(folder));
        } finally {
            target.destroyForcibly();
        }
    }

    /** Ends as soon as the file is there; with 1 if it never comes. */
    static final class Ending {
        public static void main(String[] args) throws IOException {
            long pid = Long.parseLong(args[0]);
            Thread attaching = new Thread(() -> attach(pid));
            attaching.setDaemon(true);
            attaching.start();
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (filesIn(Path.of(args[1])).isEmpty()) {
                if (System.nanoTime() > end) {
                    System.exit(1);
                }
            }
            System.exit(0);
        }

        private static void attach(long pid) {
            try {
                Attachment.with(pid, "sleep", Duration.ofSeconds(60), machine -> 1);
            } catch (AttachException e) {
                System.exit(2);
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
