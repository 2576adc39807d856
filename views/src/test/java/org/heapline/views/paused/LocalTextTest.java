package org.heapline.views.paused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.heapline.client.Variable;
import org.junit.jupiter.api.Test;

class LocalTextTest {
    private static String shown(String type, String value) {
        LocalText text = LocalText.of(new Variable("it", type, value, -1, -1, -1, false, false));
        assertEquals(type + " it = " + value, text.full());
        return text.type() + " | " + text.value();
    }

    @Test
    void anObjectShowsWhatItIsAndItsSize() {
        assertEquals("ArrayList | 1 entry", shown("java.util.List", "java.util.ArrayList@5387f9e0 (size 1)"));
        assertEquals("HashMap | 144\u00a0833 entries", shown("java.util.Map", "java.util.HashMap@1 (size 144833)"));
        assertEquals("Map.Entry | @5f1c", shown("java.lang.Object", "java.util.Map$Entry@5f1c"));
    }

    @Test
    void anArrayShowsItsLength() {
        assertEquals("byte[] | byte[2\u00a0744]", shown("byte[]", "byte[2744]"));
        assertEquals("Object | String[3][]", shown("java.lang.Object", "java.lang.String[3][]"));
    }

    @Test
    void anythingElseStaysAsItIs() {
        assertEquals("String | \"a@b.c\"", shown("java.lang.String", "\"a@b.c\""));
        assertEquals("List | null", shown("java.util.List<java.lang.String>", "null"));
        assertEquals("long | 8", shown("long", "8"));
    }
}
