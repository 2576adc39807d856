package org.heapline.client.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerfDataTest {
    private static Path own() {
        return PerfData.files().get(ProcessHandle.current().pid());
    }

    @Test
    void tellsVersionAndCommand() {
        PerfData perf = PerfData.read(own()).orElseThrow();
        assertEquals(System.getProperty("java.version"), perf.get("java.property.java.version"));
        assertEquals("", perf.get("no.such.entry"));
    }

    @Test
    void isEmptyForFilesThatAreDamagedOrSomethingElse(@TempDir Path folder) throws IOException {
        byte[] real = Files.readAllBytes(own());
        Path file = folder.resolve("1");
        for (int length : new int[] {0, 3, 16, 40, 333}) {
            Files.write(file, Arrays.copyOf(real, length));
            assertTrue(PerfData.read(file).isEmpty(), "cut after " + length + " bytes");
        }
        Files.writeString(file, "#!/bin/sh\n echo this is a script and no performance data at all\n");
        assertTrue(PerfData.read(file).isEmpty());
        assertTrue(PerfData.read(folder).isEmpty());
    }
}
