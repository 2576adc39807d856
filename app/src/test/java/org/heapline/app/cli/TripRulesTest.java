package org.heapline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.heapline.client.MaxMem;
import org.junit.jupiter.api.Test;

class TripRulesTest {
    private static TripRules rules(TripAction... actions) {
        return new TripRules(1, MaxMem.Memory.HEAP, List.of(actions));
    }

    @Test
    void withoutAnActionTheDebuggerIsPreferredAndTheThreadWaits() {
        assertEquals(MaxMem.Action.AUTO, rules().limit().action());
        assertTrue(rules().waitsForCommands());
    }

    @Test
    void filesAreWrittenWhileTheThreadStandsAndThenItGoesOn() {
        assertEquals(
                MaxMem.Action.PARK,
                rules(TripAction.DUMP, TripAction.SNAPSHOT).limit().action());
        assertFalse(rules(TripAction.DUMP).waitsForCommands());
        assertFalse(rules(TripAction.REPORT).waitsForCommands());
    }

    @Test
    void exitNeverWaits() {
        assertFalse(rules(TripAction.EXIT).waitsForCommands());
        assertFalse(rules(TripAction.PARK, TripAction.EXIT).waitsForCommands());
    }

    @Test
    void theDebuggerIsUsedWhenAskedFor() {
        assertEquals(
                MaxMem.Action.JDWP,
                rules(TripAction.DUMP, TripAction.JDWP).limit().action());
        assertTrue(rules(TripAction.DUMP, TripAction.JDWP).waitsForCommands());
    }
}
