package org.heapline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "report, TEXT",
        "report.txt, TEXT",
        "report.log, TEXT",
        "report.json, JSON",
        "report.CSV, CSV",
        "report.html, HTML",
        "report.htm, HTML",
        "a.heapline, SNAPSHOT"
    })
    void theNameOfTheFileChoosesTheForm(String name, Format format) {
        assertEquals(format, Format.of(Path.of("some.json", name)));
    }
}
