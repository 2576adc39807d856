package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {
    @ParameterizedTest
    @CsvSource({
        "512, 536870912",
        "1.5, 1572864",
        "1b, 1",
        "64k, 65536",
        "64K, 65536",
        "64KiB, 65536",
        "64kb, 65536",
        "512m, 536870912",
        "512MB, 536870912",
        "512 MiB, 536870912",
        "512mib, 536870912",
        "1.5g, 1610612736",
        "1.5GB, 1610612736",
        "2t, 2199023255552",
        "0.5k, 512",
        "'  7  ', 7340032",
        "9223372036854775807b, 9223372036854775807"
    })
    void readsWhatUsersWrite(String text, long bytes) {
        assertEquals(bytes, MemorySize.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "0g",
                "abc",
                "",
                " ",
                "m",
                "12 parsecs",
                "1e9",
                "0x10",
                "1,5g",
                "512mm",
                "512ib",
                "0.0001k",
                "8388608t",
                "9223372036854775808b",
                "99999999999999999999999g"
            })
    void rejectsWhatIsNoSizeWithExamples(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> MemorySize.parse(text));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("\"" + text + "\""), message);
        assertTrue(message.contains("512MiB") && message.contains("1.5g"), message);
        assertTrue(message.lines().count() == 1, message);
    }

    @Test
    void saysWhyASizeIsRejected() {
        var negative = assertThrows(IllegalArgumentException.class, () -> MemorySize.parse("-1"));
        assertTrue(String.valueOf(negative.getMessage()).contains("is negative"), negative.getMessage());
        var fraction = assertThrows(IllegalArgumentException.class, () -> MemorySize.parse("0.5b"));
        assertTrue(String.valueOf(fraction.getMessage()).contains("less than one byte"), fraction.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "17, 17 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "-1536, -1.5 KiB",
        "1048575, 1.0 MiB",
        "432327885, 412.3 MiB",
        "1610612736, 1.5 GiB",
        "9223372036854775807, 8388608.0 TiB",
        "-9223372036854775808, -8388608.0 TiB"
    })
    void writesTheUnitThatFits(long bytes, String text) {
        assertEquals(text, MemorySize.format(bytes));
    }
}
