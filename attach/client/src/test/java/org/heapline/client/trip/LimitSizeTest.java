package org.heapline.client.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.heapline.client.MaxMem.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSizeTest {
    @Test
    void aSizeAloneIsOfTheMemoryThatIsSaidElsewhere() {
        LimitSize size = LimitSize.parse("1.5g");
        assertNull(size.memory());
        assertEquals(1536L << 20, size.bytes());
    }

    @Test
    void aMemoryCanStandBeforeIt() {
        assertEquals(new LimitSize(Memory.RSS, 2L << 30, 0, false), LimitSize.parse("rss=2g"));
        assertEquals(new LimitSize(Memory.LIVE, 0, 80, false), LimitSize.parse("Live=80%"));
        assertEquals(new LimitSize(Memory.CALL, 1 << 20, 0, false), LimitSize.parse("call=1MiB"));
    }

    @Test
    void growthIsASizeAMinute() {
        assertEquals(new LimitSize(Memory.RATE, 64L << 20, 0, true), LimitSize.parse("64MiB/min"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "101%", "-5", "much", "disk=1g", "", "=1g", "50%/min"})
    void whatIsNoLimitIsRefused(String text) {
        String message = String.valueOf(assertThrows(RuntimeException.class, () -> LimitSize.parse(text))
                .getMessage());
        assertTrue(message.contains(text.replaceAll("=.*", "")), message);
    }
}
