package org.heapline.profile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReportFormatTest {
    @Test
    void isFoundByNameWithoutRegardToCase() {
        for (ReportFormat format : ReportFormat.values()) {
            assertEquals(format, ReportFormat.of(format.key()));
        }
        assertEquals(ReportFormat.JSON, ReportFormat.of(" Json "));
        assertEquals("txt", ReportFormat.TEXT.extension());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var unknown = assertThrows(IllegalArgumentException.class, () -> ReportFormat.of("xml"));
        assertTrue(
                String.valueOf(unknown.getMessage()).startsWith("\"xml\" is not a report format: use text, json, csv"));
    }
}
