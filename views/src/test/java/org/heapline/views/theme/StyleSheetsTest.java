package org.heapline.views.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StyleSheetsTest {
    @Test
    void lengthsGrowAndHairLinesStay() {
        assertEquals(
                "-fx-font-size: 18.00px; -fx-border-width: 1.00px;",
                StyleSheets.scaled("-fx-font-size: 12px; -fx-border-width: 1px;", 1.5));
    }

    @Test
    void theUsualSizeUsesTheSheetsAsTheyAre() {
        assertTrue(StyleSheets.of(Theme.DARK, 1).stream().noneMatch(sheet -> sheet.startsWith("data:")));
        assertEquals(
                StyleSheets.of(Theme.DARK, 1).size(),
                StyleSheets.of(Theme.DARK, 1.3).size());
    }

    @Test
    void theSystemIsUnderstoodInItsOwnWords() {
        assertEquals(Optional.of(Theme.DARK), SystemTheme.read("linux", "'prefer-dark'\n"));
        assertEquals(Optional.of(Theme.LIGHT), SystemTheme.read("linux", "'default'\n"));
        assertEquals(Optional.empty(), SystemTheme.read("linux", "No such schema"));
        assertEquals(Optional.of(Theme.DARK), SystemTheme.read("windows 11", "AppsUseLightTheme REG_DWORD 0x0"));
        assertEquals(Optional.of(Theme.LIGHT), SystemTheme.read("mac os x", "does not exist"));
    }
}
