package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.heapline.Threads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same class from two loaders has the same rows, though its places to stop are not the same in both. */
class RegistryTest {
    private static final String[] AT_THREE_PLACES = {"this|Cart", "this|Cart\ni|int", "this|Cart\nsum|long"};
    private static final String[] AT_ONE_PLACE = {"this|Cart\ni|int"};
    private static final String[] AT_ANOTHER = {"this|Cart\nname|String"};

    private final Registry registry = new Registry(100, 2);

    @BeforeEach
    void beginAnew() {
        Threads.clear();
    }

    @Test
    void eachStopFindsItsVariablesInTheRowsThatAllHave() {
        int id = define(AT_THREE_PLACES);
        assertEquals(id, define(AT_ONE_PLACE));
        assertEquals(id, define(AT_ANOTHER));
        assertEquals(0, registry.firstList(id, AT_THREE_PLACES));
        assertEquals(AT_ONE_PLACE[0], registry.variables(id, registry.firstList(id, AT_ONE_PLACE)));
        assertEquals(AT_ANOTHER[0], registry.variables(id, registry.firstList(id, AT_ANOTHER)));
        int first = registry.firstList(id, AT_THREE_PLACES);
        for (int i = 0; i < AT_THREE_PLACES.length; i++) {
            assertEquals(AT_THREE_PLACES[i], registry.variables(id, first + i));
        }
        assertEquals(registry.firstList(id, AT_ANOTHER), registry.firstList(id, AT_ANOTHER), "kept once");
        assertEquals("", registry.variables(id, -1));
    }

    private int define(String[] variables) {
        return registry.define("a.Cart", "add", "()V", "a/Cart.java", "", new int[] {3, 4}, variables);
    }
}
