package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.heapline.protocol.News;
import org.heapline.protocol.Progress;
import org.junit.jupiter.api.Test;

class JvmMemoryTest {
    private static final int MIB = 1 << 20;

    private final JvmMemory memory = new JvmMemory();

    @Test
    void countsWhatThreadsAllocateThatComeAndGo() throws InterruptedException {
        News before = news();
        for (int i = 0; i < 3; i++) {
            Thread thread = new Thread(() -> keep(new byte[8 * MIB]));
            thread.start();
            thread.join();
            keep(new byte[4 * MIB]);
        }
        Thread living = new Thread(() -> {
            keep(new byte[16 * MIB]);
            synchronized (this) {
                // Until it has been looked at.
            }
        });
        synchronized (this) {
            living.start();
            while (news().allocated() < before.allocated() + 28L * MIB) {
                Thread.onSpinWait();
            }
        }
        living.join();
        long grown = news().allocated() - before.allocated();
        // Where there is no total, threads that came and went between two looks are in no sum.
        assertTrue(grown >= 28L * MIB && grown < 80L * MIB, () -> "allocated: " + grown);
    }

    @Test
    void countsCollections() {
        News before = news();
        System.gc();
        News after = news();
        assertTrue(after.collections() > before.collections());
        assertTrue(after.collectionMillis() >= before.collectionMillis());
        assertTrue(after.heapUsed() > 0 && after.heapUsed() <= after.heapCommitted());
        assertTrue(after.heapCommitted() <= after.heapMax());
    }

    private News news() {
        Progress progress = new Progress(0, false, 0, 0, 0, 0, 0);
        return News.from(News.toLongs(progress, 0, 0, memory.read(), new long[] {1}));
    }

    private static void keep(byte[] bytes) {
        assertEquals(0, bytes[bytes.length / 2]);
    }
}
