package org.heapline.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "2800, 2.7 KiB",
        "3250000, 3.1 MiB",
        "432013312, 412 MiB",
        "1342177280, 1.25 GiB",
        "-2800, -2.7 KiB"
    })
    void bytesHaveTheUnitThatFits(long bytes, String text) {
        assertEquals(text, Figures.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"12, 12 s", "540, 9 min", "8040, 2 h 14 min", "518400, 6 d"})
    void uptimes(long seconds, String text) {
        assertEquals(text, Figures.uptime(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"161, 02:41", "3761, 1:02:41", "0, 00:00"})
    void clocks(long seconds, String text) {
        assertEquals(text, Figures.clock(Duration.ofSeconds(seconds)));
    }

    @Test
    void thousandsAreSetApart() {
        assertEquals("148\u00a0210", Figures.count(148_210));
        assertEquals("8\u00a0214.6", Figures.mib((long) (8214.6 * 1048576)));
        assertEquals("61 %", Figures.percent(0.614));
    }

    /** What {@link String#format} makes of it, in the window's way of writing. */
    private static String formatted(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value).replace(',', Figures.GAP);
    }

    @Test
    void figuresAreRoundedAsAFormatterDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long bytes = random.nextLong() >> random.nextInt(60);
            assertEquals(formatted("%,d", bytes), Figures.count(bytes));
            if (Math.abs(bytes) < 1L << 50) {
                assertEquals(formatted("%,.1f", bytes / 1048576.0), Figures.mib(bytes));
            }
        }
        assertEquals("0.1", Figures.mib(52_429), "half a tenth");
        assertEquals("-0.5", Figures.mib(-524_288));
        assertEquals("100.0 KiB", Figures.bytes(102_399));
        assertEquals("100 KiB", Figures.bytes(102_400));
        assertEquals("2.00 GiB", Figures.bytes((2L << 30) - 1));
        assertEquals("1.05 GiB", Figures.bytes(1_127_428_915L));
    }

    @Test
    void germanFiguresHaveADecimalComma() {
        Messages.speak(Locale.GERMAN);
        try {
            assertEquals("8\u00a0214,6", Figures.mib(8_613_632_410L));
            assertEquals("1,25 GiB", Figures.bytes(1_342_177_280L));
            assertEquals("+12,4", Figures.signed(12.4, 1));
            assertEquals("1.25 GiB", Figures.pointed("1,25 GiB"));
            assertEquals("12\u00a0345 von 20\u00a0000 Klassen", Messages.text("status.progress", 12_345, 20_000));
        } finally {
            Messages.speak(Locale.ENGLISH);
        }
        assertEquals("12\u00a0345 of 20\u00a0000 classes", Messages.text("status.progress", 12_345, 20_000));
    }
}
