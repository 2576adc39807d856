package org.heapline.app.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripActions;

/**
 * The limits, and what to do when one is exceeded.
 *
 * @param limits one of each memory, with the action that they ask for
 * @param actions what happens, whichever it is
 * @param rearmBytes by how much more a limit is armed again after a release; 0 for not at all
 */
record TripRules(List<MaxMem.Limit> limits, TripActions actions, long rearmBytes) {
    TripRules {
        Map<MaxMem.Memory, MaxMem.Limit> byMemory = new EnumMap<>(MaxMem.Memory.class);
        for (MaxMem.Limit limit : limits) {
            byMemory.put(limit.memory(), limit.with(actions.stop()));
        }
        limits = List.copyOf(byMemory.values());
    }

    /** The limits, each with what happens. */
    List<Trigger> triggers() {
        return limits.stream()
                .map(limit -> new Trigger(limit, actions, rearmBytes))
                .toList();
    }
}
