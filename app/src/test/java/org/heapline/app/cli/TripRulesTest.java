package org.heapline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripActions;
import org.junit.jupiter.api.Test;

class TripRulesTest {
    private static TripRules rules(String... actions) {
        List<TripAction> all = Stream.of(actions).map(TripAction::parse).toList();
        return new TripRules(
                List.of(new MaxMem.Limit(1, MaxMem.Memory.HEAP, MaxMem.Action.AUTO)), new TripActions(all), 0);
    }

    @Test
    void withoutAnActionTheDebuggerIsPreferredAndTheThreadWaits() {
        assertEquals(MaxMem.Action.AUTO, rules().limits().get(0).action());
        assertTrue(rules().actions().waits());
    }

    @Test
    void filesAreWrittenWhileTheThreadStandsAndThenItGoesOn() {
        assertEquals(
                MaxMem.Action.PARK, rules("dump", "snapshot").limits().get(0).action());
        assertFalse(rules("dump").actions().waits());
        assertFalse(rules("report").actions().waits());
    }

    @Test
    void exitNeverWaits() {
        assertFalse(rules("exit").actions().waits());
        assertFalse(rules("park", "exit").actions().waits());
    }

    @Test
    void theDebuggerIsUsedWhenAskedFor() {
        assertEquals(MaxMem.Action.JDWP, rules("dump", "jdwp").limits().get(0).action());
        assertTrue(rules("dump", "jdwp").actions().waits());
    }

    @Test
    void thereIsOneLimitOfEachMemory() {
        TripRules rules = new TripRules(
                List.of(
                        new MaxMem.Limit(1, MaxMem.Memory.HEAP, MaxMem.Action.AUTO),
                        new MaxMem.Limit(2, MaxMem.Memory.RSS, MaxMem.Action.AUTO),
                        new MaxMem.Limit(3, MaxMem.Memory.HEAP, MaxMem.Action.AUTO)),
                TripActions.STOP,
                0);
        assertEquals(
                List.of(3L, 2L),
                rules.limits().stream().map(MaxMem.Limit::bytes).toList());
    }
}
