package org.heapline.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NewsTest {
    @Test
    void comesOverAsItIs() {
        long[] changes = {5, 0, 12, 1, 64, 64, 0};
        Progress progress = new Progress(3_000_000_000L, true, 1, 2, 3, 4, 5);
        News told = News.from(News.toLongs(progress, 6, 7, new long[] {10, 20, -1, 30, 40, 1L << 40}, changes));

        assertEquals(3_000_000_000L, told.progress().getGeneration());
        assertTrue(told.progress().isBusy());
        assertEquals(1, told.progress().getDone());
        assertEquals(2, told.progress().getTotal());
        assertEquals(3, told.progress().getClasses());
        assertEquals(4, told.progress().getMethods());
        assertEquals(5, told.progress().getLines());
        assertEquals(6, told.methods());
        assertEquals(7, told.problems());
        assertEquals(10, told.heapUsed());
        assertEquals(20, told.heapCommitted());
        assertEquals(-1, told.heapMax());
        assertEquals(30, told.collections());
        assertEquals(40, told.collectionMillis());
        assertEquals(1L << 40, told.allocated());
        assertArrayEquals(changes, told.changes());
    }
}
