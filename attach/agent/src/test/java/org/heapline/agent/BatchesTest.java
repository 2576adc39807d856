package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private final Batches batches = new Batches(List.of(String.class, Integer.class, Long.class, Byte.class));

    @Test
    void eachClassIsHandedOutOnce() {
        assertEquals(List.of(String.class), batches.take(1));
        assertEquals(List.of(Integer.class, Long.class), batches.take(2));
        assertEquals(List.of(Byte.class), batches.take(2));
        assertNull(batches.take(2));
    }

    @Test
    void whatIsDoneIsCountedWhenItIsDone() {
        List<Class<?>> batch = batches.take(3);
        assertEquals(0, batches.done());
        batches.done(batch);
        assertEquals(3, batches.done());
        assertEquals(4, batches.total());
    }

    @Test
    void afterTheEndNothingIsHandedOutAndTheFiguresStay() {
        batches.done(batches.take(3));
        batches.end();
        assertNull(batches.take(3));
        assertEquals(3, batches.done());
        assertEquals(4, batches.total());
    }
}
