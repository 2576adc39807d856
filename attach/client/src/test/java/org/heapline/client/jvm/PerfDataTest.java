package org.heapline.client.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.heapline.client.TestTarget;
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
    void addsUpTheSpacesOfTheHeap() throws InterruptedException {
        long most = Runtime.getRuntime().maxMemory();
        TestTarget.await("used heap to be published", () -> {
            System.gc();
            long used = PerfData.read(own()).orElseThrow().heapUsed();
            return used > 1 << 20 && used <= most;
        });
    }

    @Test
    void aWrongFigureOfASpaceCountsForNothing(@TempDir Path folder) throws IOException {
        byte[] real = Files.readAllBytes(own());
        String name = "sun.gc.generation.0.space.0.used";
        int at = new String(real, StandardCharsets.ISO_8859_1).indexOf(name);
        // Behind the name, at a multiple of eight bytes, stands the figure.
        ByteBuffer.wrap(real).order(ByteOrder.nativeOrder()).putLong((at + name.length() + 8) / 8 * 8, -5);
        Path file = Files.write(folder.resolve("1"), real);
        PerfData perf = PerfData.read(file).orElseThrow();
        assertTrue(perf.heapUsed() >= -1, perf.heapUsed() + "");
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
