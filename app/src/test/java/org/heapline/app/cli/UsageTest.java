package org.heapline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attach",
                "attach abc",
                "attach 0",
                "attach -5",
                "attach 1 2",
                "attach 1 --max-mem abc",
                "attach 1 --max-mem -1",
                "attach 1 --max-mem 0",
                "attach 1 --duration soon",
                "attach 1 --duration 0s",
                "attach 1 --interval 1ms",
                "attach 1 --interval 2h",
                "attach 1 --precision -1",
                "attach 1 --precision many",
                "attach 1 --backend disk",
                "attach 1 --format pdf",
                "attach 1 --format snapshot",
                "attach 1 --on-max-mem panic",
                "attach 1 --on-max-mem dump:all",
                "attach 1 --on-max-mem run:",
                "attach 1 --on-max-mem park:1",
                "attach 1 --max-mem 0%",
                "attach 1 --max-mem disk=1g",
                "attach 1 --max-mem-window soon",
                "attach 1 --rearm much",
                "attach 1 --max-mem-of disk",
                "attach 1 --backend heap --max-mem line=10m",
                "attach 1 --backend rss --max-mem 10m --max-mem-of call",
                "attach 1 --max-mem line=1000",
                "attach 1 --max-mem call=12",
                "run --backend heap --max-mem call=10m -- X",
                "attach 1 --lines a..b",
                "attach 1 --lines #add",
                "attach 1 --nonsense",
                "diff a",
                "diff a b --format snapshot",
                "run",
                "run -jar x.jar",
                "report",
                "list --nonsense",
                "nonsense",
            })
    void whatCannotBeUnderstoodIsOneLineAndExitCode2(String line) {
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertEquals(ExitCode.USAGE, run.exit(), run.toString());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "attach 1 --max-mem abc, 512MiB",
        "attach 1 --backend heap --max-mem line=10m, leave out --backend",
        "attach 1 --max-mem line=1000, line=1000B for bytes",
        "attach 1 --duration soon, 10s",
        "attach 1 --lines a..b, com.acme.Cart#add",
        "attach 1 --backend disk, 'allocated, heap, rss'",
        "attach 1 --on-max-mem panic, 'park, jdwp, dump, snapshot, histogram, threads, run:CMD, report, exit'",
        "attach x, heapline list",
    })
    void whatIsRejectedComesWithAnExample(String line, String example) {
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertTrue(run.err().contains(example), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "attach --help", "list --help", "report --help", "demo --help", "--version"})
    void helpIsDataAndNoFailure(String line) {
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertEquals(ExitCode.DONE, run.exit(), run.toString());
        assertTrue(run.out().contains("heapline"), run.toString());
        assertEquals("", run.err());
    }

    @Test
    void aProcessThatDoesNotExistIsExitCode3() {
        CommandRun run = CommandRun.of("attach", "999999999");
        assertEquals(ExitCode.TARGET, run.exit(), run.toString());
        assertTrue(run.err().contains("999999999"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void withoutADisplayTheWindowIsExitCode1() {
        CommandRun run = CommandRun.of();
        assertEquals(ExitCode.FAILED, run.exit(), run.toString());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaidBeforeTheWorkBegins(@TempDir Path folder) {
        CommandRun missing = CommandRun.of(
                "attach", "999999999", "-o", folder.resolve("none/report.txt").toString());
        assertEquals(ExitCode.FAILED, missing.exit(), missing.toString());
        assertTrue(missing.err().contains("report.txt"), missing.err());
        CommandRun isFolder = CommandRun.of("attach", "999999999", "-o", folder.toString());
        assertEquals(ExitCode.FAILED, isFolder.exit(), isFolder.toString());
    }

    @Test
    void onlyVerboseShowsAStackTrace(@TempDir Path folder) {
        String file = folder.resolve("none.heapline").toString();
        CommandRun quiet = CommandRun.of("report", file);
        assertEquals(ExitCode.FAILED, quiet.exit(), quiet.toString());
        assertEquals(1, quiet.err().lines().count(), quiet.err());
        CommandRun verbose = CommandRun.of("report", "--verbose", file);
        assertEquals(ExitCode.FAILED, verbose.exit(), verbose.toString());
        assertTrue(verbose.err().contains("\tat "), verbose.err());
    }
}
