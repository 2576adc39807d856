package org.heapline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, 500", "10s, 10000", "2m, 120000", "2min, 120000", "1h, 3600000", "1.5h, 5400000", "10, 10000"})
    void readsWhatPeopleWrite(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1s", "0", "0ms", "soon", "10 parsecs", "1e3s", "999999h", "s"})
    void rejectsTheRest(String text) {
        assertThrows(TypeConversionException.class, () -> Durations.parse(text));
    }
}
