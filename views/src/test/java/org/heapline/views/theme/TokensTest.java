package org.heapline.views.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
    private static List<String> names(Theme theme) {
        List<String> names = new ArrayList<>();
        Tokens.of(theme).names().forEach(names::add);
        return names;
    }

    @Test
    void lightAndDarkHaveTheSameTokens() {
        assertEquals(names(Theme.LIGHT), names(Theme.DARK));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTokenIsAColour(Theme theme) {
        names(theme).forEach(name -> Color.web(Tokens.of(theme).web(name)));
        assertThrows(IllegalArgumentException.class, () -> Tokens.of(theme).web("no-such-token"));
    }

    /** WCAG AA for text: 4.5 to 1; for what is large or decorative: 3 to 1. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnItsGround(Theme theme) {
        for (String text : List.of("text", "muted", "accent", "limit", "keyword", "string", "number", "type")) {
            assertTrue(contrast(theme, text, "bg") >= 4.5, text + " on bg: " + contrast(theme, text, "bg"));
        }
        assertTrue(contrast(theme, "on-accent", "accent") >= 4.5);
        assertTrue(contrast(theme, "text", "h3") >= 4.5, "text on heat: " + contrast(theme, "text", "h3"));
    }

    /** What stands behind code in the dark goes from violet to red: also the brightest leaves every word readable. */
    @Test
    void codeIsReadableOnEveryStepOfTheDarkHeat() {
        for (String heat : List.of("h1", "h2", "h3")) {
            for (String text : List.of("text", "keyword", "string", "number", "type", "hot-comment")) {
                double contrast = contrast(Theme.DARK, text, heat);
                assertTrue(contrast >= 4.5, text + " on " + heat + ": " + contrast);
            }
        }
        double before = 0;
        for (String heat : List.of("bg", "h1", "h2", "h3", "h4", "h5")) {
            double now = luminance(Color.web(Tokens.of(Theme.DARK).web(heat)));
            assertTrue(now > before, heat + " is no brighter than what is colder: who sees no hue sees no order");
            before = now;
        }
    }

    private static double contrast(Theme theme, String text, String ground) {
        double a = luminance(Color.web(Tokens.of(theme).web(text)));
        double b = luminance(Color.web(Tokens.of(theme).web(ground)));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
