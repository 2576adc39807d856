package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.heapline.HeapReader;
import java.heapline.OwnHeap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other threads of this JVM take heap too, a few MiB at most: what is looked for is much more. */
class OwnHeapTest extends FreshCounters {
    private static final long MIB = 1 << 20;
    private static final long OTHERS = 8 * MIB;

    private final ExecutorService profiler = Executors.newSingleThreadExecutor();
    private volatile byte[][] garbage = {};

    @BeforeEach
    void begin() throws Exception {
        HeapReader.reservedIsUsed(true);
        System.gc();
        OwnHeap.want(true);
        profiler.submit(OwnHeap::tell).get();
    }

    @AfterEach
    void end() {
        OwnHeap.want(false);
        HeapReader.reservedIsUsed(false);
        profiler.shutdown();
    }

    @Test
    void whatTheProfilersThreadsTakeIsNotUsedHeap() throws Exception {
        long before = HeapReader.INSTANCE.read();
        profiler.submit(this::take).get();
        assertNear(32, HeapReader.INSTANCE.read() - before, "nobody has told yet");
        profiler.submit(OwnHeap::tell).get();
        assertNear(0, HeapReader.INSTANCE.read() - before, "told");
        profiler.submit(OwnHeap::tell).get();
        assertNear(0, HeapReader.INSTANCE.read() - before, "told once only");
    }

    @Test
    void aGcTakesItAway() throws Exception {
        long before = HeapReader.INSTANCE.read();
        profiler.submit(this::take).get();
        profiler.submit(OwnHeap::tell).get();
        garbage = new byte[0][];
        System.gc();
        assertNear(0, HeapReader.INSTANCE.read() - before, "collected");
        profiler.submit(this::take).get();
        profiler.submit(OwnHeap::tell).get();
        assertNear(0, HeapReader.INSTANCE.read() - before, "taken and told again");
    }

    @Test
    void whereLinesAreNotMadeOfItNobodyTells() throws Exception {
        OwnHeap.want(false);
        long before = HeapReader.INSTANCE.read();
        profiler.submit(this::take).get();
        profiler.submit(OwnHeap::tell).get();
        assertNear(32, HeapReader.INSTANCE.read() - before, "not asked");
    }

    private void take() {
        byte[][] taken = new byte[32 * 1024][];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = new byte[1024 - 16];
        }
        garbage = taken;
        assertEquals(32 * 1024, garbage.length);
    }

    private static void assertNear(long mebibytes, long bytes, String when) {
        assertTrue(Math.abs(bytes - mebibytes * MIB) < OTHERS, () -> when + ": " + bytes);
    }
}
