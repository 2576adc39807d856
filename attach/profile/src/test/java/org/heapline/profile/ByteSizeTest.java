package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "512, 536870912",
        "512MB, 536870912",
        "512MiB, 536870912",
        "512 MiB, 536870912",
        "512m, 536870912",
        "1.5g, 1610612736",
        ".5G, 536870912",
        "900k, 921600",
        "4096b, 4096",
        "1B, 1",
        "2TiB, 2199023255552",
        "0.25, 262144",
    })
    void readsWhatPeopleWrite(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "abc", "0", "0.1b", "12ib", "1e9", "5 apples", "1,5g", "99999999999t", "NaN"})
    void rejectsTheRestWithExamples(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text))
                .getMessage();
        assertTrue(message.startsWith("'" + text + "'") && message.contains("512MiB"), message);
        assertEquals(1, message.lines().count());
    }
}
